package si.podpora.cases;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.files.Attachments;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Makes two cases of one: chosen notes, with their files, go over to a new case. */
@Component
public class Splitting {

    /** Notes to choose from, the newest ones. */
    private static final int MOST = 500;

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final Cases cases;
    private final Attachments attachments;
    private final CaseHistory history;
    private final CaseWords words;
    private final CaseMail mail;

    Splitting(
            JdbcClient sql,
            Clock clock,
            CaseAccess access,
            Cases cases,
            Attachments attachments,
            CaseHistory history,
            CaseWords words,
            CaseMail mail) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.cases = cases;
        this.attachments = attachments;
        this.history = history;
        this.words = words;
        this.mail = mail;
    }

    /** A note that can go over. */
    public record Movable(long id, String author, boolean internal, String body, int files, Instant at) {}

    /** Somebody whose case the new one can be. */
    public record Candidate(long id, String name, String email, ZoneId zone) {}

    /** The notes of a case in the order of time. */
    public List<Movable> notes(CaseHead found) {
        return sql.sql("""
                select n.id, p.first_name || ' ' || p.last_name as author, n.visibility, n.created_at, left(n.body, 1000) as body,
                       (select count(*) from attachment a where a.case_id = n.case_id and a.note_id = n.id) as files
                from note n join person p on p.id = n.author_id where n.case_id = :case
                order by n.created_at desc, n.id desc limit :most
                """)
                .param("case", found.id())
                .param("most", MOST)
                .query((row, index) -> new Movable(
                        row.getLong("id"),
                        row.getString("author"),
                        Visibility.of(row.getString("visibility")) == Visibility.INTERNAL,
                        row.getString("body"),
                        row.getInt("files"),
                        SqlTime.instant(row, "created_at")))
                .list()
                .reversed();
    }

    /**
     * Whose the new case can be: those who read this one and belong to its company, so that nobody reads more
     * than before. The requester first.
     */
    public List<Candidate> candidates(CaseHead found) {
        return sql.sql("""
                select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.time_zone from person p
                where p.state = 'active'
                  and (p.id = :requester or exists (select from case_participant t where t.case_id = :case
                                                    and t.person_id = p.id and t.state = 'admitted'))
                  and (cast(:company as bigint) is null and p.id = :requester
                       or exists (select from membership m where m.company_id = :company and m.person_id = p.id
                                  and m.state = 'admitted'))
                order by p.id <> :requester, p.last_name, p.first_name, p.id
                """)
                .param("requester", found.requesterId())
                .param("case", found.id())
                .param("company", found.companyId(), Types.BIGINT)
                .query((row, index) -> new Candidate(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    /**
     * Splits notes off into a new case, once for each key.
     *
     * @param noteIds at least one
     * @param requester one of the {@link #candidates}
     * @return the new case's number; empty if one of the notes has left the case meanwhile
     * @throws Refusal.NotAllowed if a customer asks
     * @throws Refusal.NotFound if it cannot be this person's
     */
    @Transactional
    public Optional<CaseNumber> split(Actor me, CaseNumber number, List<Long> noteIds, NewCase form, long requester) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        var found = access.lock(me, number);
        var known = cases.submitted(requester, form);
        if (known.isPresent()) {
            return known;
        }
        var asker = candidates(found).stream()
                .filter(one -> one.id() == requester)
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        var chosen = noteIds.stream().distinct().toArray(Long[]::new);
        var here = sql.sql("select count(*) from note where case_id = :case and id = any (:notes)")
                .param("case", found.id())
                .param("notes", chosen)
                .query(Long.class)
                .single();
        if (chosen.length == 0 || here < chosen.length) {
            return Optional.empty();
        }
        var made = cases.splitOff(me, new Asker(asker.id(), found.companyId(), asker.zone()), form);
        var part = access.find(me, made);
        sql.sql("update note set case_id = :part where id = any (:notes)")
                .param("part", part.id())
                .param("notes", chosen)
                .update();
        attachments.moveOf(chosen, part.id());
        var now = clock.instant();
        // The last word to the customer is another one in both.
        sql.sql("""
                update cases c set changed_at = :now,
                    spoken_at = coalesce((select max(n.created_at) from note n
                        where n.case_id = c.id and n.by_staff and n.visibility = 'public'), c.created_at)
                where c.id = any (array[:case, :part])
                """)
                .param("now", SqlTime.of(now))
                .param("case", found.id())
                .param("part", part.id())
                .update();
        words.write(found.id());
        words.write(part.id());
        mail.split(me, found.id(), part.id(), now);
        history.tell(found.id(), Visibility.PUBLIC);
        return Optional.of(made);
    }
}
