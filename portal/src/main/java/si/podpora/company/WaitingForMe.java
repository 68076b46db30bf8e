package si.podpora.company;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseAccess;
import si.podpora.cases.SilenceRule;
import si.podpora.cases.Waiting;

/** What a customer has to do, with what happens otherwise. */
@Component
public class WaitingForMe {

    /** Past so many the list of cases goes on. */
    static final int SHOWN = 10;

    private final JdbcClient sql;
    private final SilenceRule rule;

    WaitingForMe(JdbcClient sql, SilenceRule rule) {
        this.sql = sql;
        this.rule = rule;
    }

    /**
     * A case in which the help desk wants to know something.
     *
     * @param ownerName empty: the help desk
     * @param answerBy the last day to answer before it is closed; null: it is not
     */
    public record Answer(
            String number,
            String title,
            String ownerName,
            Instant since,
            @Nullable LocalDate answerBy) {}

    /** The cases to answer, what ends first comes first; one more than {@link #SHOWN} if there are more. */
    List<Answer> answers(Actor me) {
        return sql.sql("""
                select c.number, c.title, c.owner_name, COLUMNS from cases c
                where c.requester_id = :me and c.status_reason = 'waiting_for_details' and OWN
                order by c.waiting_since, c.id limit :most
                """.replace("COLUMNS", Waiting.COLUMNS).replace("OWN", CaseAccess.OWN))
                .param("me", me.id())
                .param("most", SHOWN + 1)
                .query((row, index) -> {
                    var waiting = Objects.requireNonNull(Waiting.of(row));
                    return new Answer(
                            row.getString("number"),
                            row.getString("title"),
                            row.getString("owner_name"),
                            waiting.since(),
                            rule.lastDay(waiting).orElse(null));
                })
                .list();
    }

    /**
     * Who waits at which door.
     *
     * @param people how many wait for this person to admit them, counted up to a hundred
     * @param asked companies that this person waits to be admitted to
     */
    public record Doors(int people, List<String> asked) {}

    /** People to admit, and companies that have not yet admitted this person. */
    Doors doors(Actor me) {
        if (!me.administersCompany() && !me.memberships().isEmpty()) {
            return new Doors(0, List.of());
        }
        return sql.sql("""
                select (select count(*) from (select from membership m join person p on p.id = m.person_id and p.state = 'active'
                            where m.company_id = any (:administered) and m.state = 'pending' limit 100) w) as people,
                       array(select c.name from membership m join company c on c.id = m.company_id
                             where m.person_id = :me and m.state = 'pending' order by c.name) as asked
                """)
                .param("administered", me.companiesAdministered().toArray(Long[]::new))
                .param("me", me.id())
                .query((row, index) -> new Doors(row.getInt("people"), List.of((String[])
                        row.getArray("asked").getArray())))
                .single();
    }
}
