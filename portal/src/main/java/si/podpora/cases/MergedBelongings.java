package si.podpora.cases;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.files.Attachments;
import si.podpora.web.SqlTime;

/**
 * Gives to the leading case what belongs to one that is merged into it. What is forgotten here refers to the row
 * that goes, and the merge fails.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MergedBelongings {

    private final JdbcClient sql;
    private final Attachments attachments;
    private final Links links;

    MergedBelongings(JdbcClient sql, Attachments attachments, Links links) {
        this.sql = sql;
        this.attachments = attachments;
        this.links = links;
    }

    void move(Actor me, CaseHead from, CaseHead into, MergeReaders readers, Instant now) {
        var opening = opening(from);
        attachments.move(from.id(), into.id(), opening);
        conversation(from, into);
        links.move(from.id(), into.id());
        participants(me, from, into, readers, now);
        sql.sql("insert into case_tag (case_id, tag_id) select :into, tag_id from case_tag where case_id = :from"
                        + " on conflict do nothing")
                .param("into", into.id())
                .param("from", from.id())
                .update();
        sql.sql("update macro_run set case_id = :into where case_id = :from")
                .param("into", into.id())
                .param("from", from.id())
                .update();
        sql.sql("update cases set follows_id = :into where follows_id = :from and id <> :into")
                .param("into", into.id())
                .param("from", from.id())
                .update();
    }

    /** Title and description become the first note of what comes over. */
    private long opening(CaseHead from) {
        return sql.sql("""
                insert into note (case_id, author_id, by_staff, visibility, body, submission_key, created_at)
                select id, coalesce(author_id, requester_id), false, 'public', concat_ws(E'\\n\\n', title, nullif(description, '')),
                       gen_random_uuid(), created_at
                from cases where id = :from
                returning id
                """).param("from", from.id()).query(Long.class).single();
    }

    /** All of it, in its time, with the number that it was written under. */
    private void conversation(CaseHead from, CaseHead into) {
        for (var table : new String[] {"note", "case_event"}) {
            sql.sql("update " + table + " set case_id = :into, from_number = coalesce(nullif(from_number, ''), :number)"
                            + " where case_id = :from")
                    .param("into", into.id())
                    .param("number", from.number().text())
                    .param("from", from.id())
                    .update();
        }
    }

    private void participants(Actor me, CaseHead from, CaseHead into, MergeReaders readers, Instant now) {
        for (var reader : readers.joining()) {
            sql.sql("""
                    insert into case_participant (case_id, person_id, state, outside, added_by, added_at, decided_by, decided_at)
                    values (:into, :person, 'admitted', :outside, :me, :now, :me, :now)
                    on conflict (case_id, person_id) do update set state = 'admitted', outside = excluded.outside,
                        decided_by = excluded.decided_by, decided_at = excluded.decided_at
                    """)
                    .param("into", into.id())
                    .param("person", reader.id())
                    .param("outside", reader.outside())
                    .param("me", me.id())
                    .param("now", SqlTime.of(now))
                    .update();
        }
        // Whoever still waits for the help desk's confirmation goes on waiting.
        sql.sql("""
                insert into case_participant (case_id, person_id, state, outside, added_by, added_at)
                select :into, person_id, state, outside, added_by, added_at from case_participant
                where case_id = :from and state = 'waiting' and person_id <> :requester
                on conflict do nothing
                """)
                .param("into", into.id())
                .param("from", from.id())
                .param("requester", into.requesterId())
                .update();
        sql.sql("delete from case_participant where case_id = :from")
                .param("from", from.id())
                .update();
    }
}
