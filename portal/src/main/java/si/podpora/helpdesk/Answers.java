package si.podpora.helpdesk;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseAccess;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Conversation;
import si.podpora.cases.NewNote;
import si.podpora.cases.Visibility;
import si.podpora.web.SqlTime;

/** Adds what the help desk writes; a reply goes out only if its writer has read what it replies to. */
@Component
class Answers {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final Conversation conversation;

    Answers(JdbcClient sql, Clock clock, CaseAccess access, Conversation conversation) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.conversation = conversation;
    }

    /**
     * Adds a note to a case, once for each key.
     *
     * @param seen the newest entry that its writer has seen; null for none: then whatever others wrote is new
     * @return false if it was a reply and somebody else has changed the case since; nothing is added then
     */
    @Transactional
    boolean add(Actor me, CaseNumber number, NewNote note, @Nullable Instant seen) {
        var found = access.lock(me, number);
        if (conversation.has(me, note.key())) {
            return true;
        }
        if (note.visibility() == Visibility.PUBLIC && overtaken(me, found.id(), seen)) {
            return false;
        }
        conversation.add(me, number, note);
        return true;
    }

    /** Whether this has been added already: the form was sent twice, and its files are with the case by now. */
    boolean has(Actor me, Answer answer) {
        return answer.key() != null && conversation.has(me, answer.key());
    }

    private boolean overtaken(Actor me, long caseId, @Nullable Instant seen) {
        return sql.sql("""
                select exists (select from note
                               where case_id = :case and created_at > :seen and author_id <> :me)
                    or exists (select from case_event
                               where case_id = :case and created_at > :seen and actor_id is distinct from :me)
                """)
                .param("case", caseId)
                .param("seen", SqlTime.of(believable(seen)))
                .param("me", me.id())
                .query(Boolean.class)
                .single();
    }

    /** The form's field can say anything; who claims to have seen what is still to come has seen nothing. */
    private Instant believable(@Nullable Instant seen) {
        return seen == null || seen.isBefore(Instant.EPOCH) || seen.isAfter(clock.instant()) ? Instant.EPOCH : seen;
    }
}
