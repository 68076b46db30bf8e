package si.podpora.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.web.PodporaProperties;
import si.podpora.web.SqlTime;
import si.podpora.web.Words;

/** Who is told of a case by mail: its requester, and on the other side its owner or the whole help desk. */
@Component
class Correspondents {

    private static final String PERSON =
            "select id, email, first_name || ' ' || last_name as name, language, time_zone, staff_role, mail_on_change, ";

    private final JdbcClient sql;
    private final PodporaProperties settings;
    private final Words words;
    private final Clock clock;

    Correspondents(JdbcClient sql, PodporaProperties settings, Words words, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Somebody who gets mail.
     *
     * @param id null for the help desk's common address
     * @param wantsChanges whether the person wants to be told of changes
     * @param outsider whether the person takes part from outside the case's company
     */
    record Correspondent(
            @Nullable Long id,
            String address,
            String name,
            Locale language,
            ZoneId zone,
            boolean staff,
            boolean wantsChanges,
            boolean outsider) {}

    /** The person who asked; empty once the account has ended, or the person has left the case's company. */
    Optional<Correspondent> requester(CaseHead found) {
        var company = found.companyId();
        return person(found.requesterId()).filter(person -> company == null || isMember(company, found.requesterId()));
    }

    private boolean isMember(long companyId, long personId) {
        return sql.sql("""
                select exists (select from membership
                               where company_id = :company and person_id = :person and state = 'admitted')
                """)
                .param("company", companyId)
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** The person who asked, unless gone from the case's company, and all who take part; no ended accounts. */
    List<Correspondent> customers(CaseHead found) {
        return sql.sql(PERSON + """
                cast(:company as bigint) is not null and id <> :requester and not exists (
                    select from membership m
                    where m.company_id = :company and m.person_id = person.id and m.state = 'admitted') as outsider
                from person
                where state = 'active' and (id = :requester and (cast(:company as bigint) is null
                        or exists (select from membership m
                                   where m.company_id = :company and m.person_id = :requester and m.state = 'admitted'))
                    or id in (select person_id from case_participant where case_id = :case and state = 'admitted'))
                order by id <> :requester, id
                """)
                .param("requester", found.requesterId())
                .param("company", found.companyId(), Types.BIGINT)
                .param("case", found.id())
                .query((row, index) -> correspondent(row))
                .list();
    }

    /** The owner, or the help desk's address while the case has none. */
    Correspondent helpDesk(CaseHead found) {
        return Optional.ofNullable(found.ownerId()).flatMap(this::person).orElseGet(this::helpDesk);
    }

    /**
     * The same, and with an owner who is away today whoever stands in meanwhile: the customer's words are not left
     * lying until the owner is back.
     */
    List<Correspondent> onDuty(CaseHead found) {
        if (found.ownerId() == null) {
            return List.of(helpDesk());
        }
        var there = sql.sql(PERSON + """
                false as outsider from person
                where state = 'active' and (id = :owner or staff_role is not null and id = (
                    select a.substitute_id from absence a join person o on o.id = a.person_id
                    where a.person_id = :owner
                      and (cast(:now as timestamptz) at time zone o.time_zone)::date between a.first_day and a.last_day
                    order by a.last_day desc limit 1))
                order by id <> :owner
                """)
                .param("owner", found.ownerId())
                .param("now", SqlTime.of(clock.instant()))
                .query((row, index) -> correspondent(row))
                .list();
        return there.isEmpty() ? List.of(helpDesk()) : there;
    }

    /** The address at which the help desk reads mail together. */
    Correspondent helpDesk() {
        var language = Words.LANGUAGES.getFirst();
        var organisation = settings.organisation();
        return new Correspondent(
                null,
                organisation.supportAddress(),
                words.say(language, "cases.helpDesk"),
                language,
                ZoneId.of(organisation.timeZone()),
                true,
                true,
                false);
    }

    /** Who of them is told of a change: never the person who made it, nor who does not want to be. */
    static boolean isToldOf(Correspondent correspondent, Actor changer) {
        return correspondent.wantsChanges() && (correspondent.id() == null || correspondent.id() != changer.id());
    }

    private Optional<Correspondent> person(long id) {
        return sql.sql(PERSON + "false as outsider from person where id = :id and state = 'active'")
                .param("id", id)
                .query((row, index) -> correspondent(row))
                .optional();
    }

    private static Correspondent correspondent(ResultSet row) throws SQLException {
        return new Correspondent(
                row.getLong("id"),
                row.getString("email"),
                row.getString("name"),
                Words.nearest(Locale.of(row.getString("language"))),
                ZoneId.of(row.getString("time_zone")),
                row.getString("staff_role") != null,
                row.getBoolean("mail_on_change"),
                row.getBoolean("outsider"));
    }
}
