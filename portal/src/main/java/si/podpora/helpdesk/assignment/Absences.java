package si.podpora.helpdesk.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** When the people of the help desk are away. Everybody enters the own absences; who leads the help desk, anybody's. */
@Component
public class Absences {

    private static final int SHOWN = 200;

    private final JdbcClient sql;
    private final Clock clock;

    Absences(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those under way or to come, the first one first: the own, or everybody's for who leads the help desk. */
    List<Absence> coming(Actor me, LocalDate today) {
        return sql.sql("""
                select a.id, a.person_id, p.first_name || ' ' || p.last_name as person, a.first_day, a.last_day,
                       coalesce(s.first_name || ' ' || s.last_name, '') as substitute
                from absence a
                join person p on p.id = a.person_id and p.state = 'active'
                left join person s on s.id = a.substitute_id
                where a.last_day >= :today and (:all or a.person_id = :me)
                order by a.first_day, p.last_name, a.id limit :most
                """)
                .param("today", today)
                .param("all", me.isSupervisor())
                .param("me", me.id())
                .param("most", SHOWN)
                .query(Absences::absence)
                .list();
    }

    /** The absence that is under way of somebody of the help desk, by the person's own calendar; empty for who is here. */
    public Optional<Absence> underWay(long person) {
        return sql.sql("""
                select a.id, a.person_id, p.first_name || ' ' || p.last_name as person, a.first_day, a.last_day,
                       coalesce(s.first_name || ' ' || s.last_name, '') as substitute
                from absence a
                join person p on p.id = a.person_id and p.staff_role is not null and p.state = 'active'
                left join person s on s.id = a.substitute_id
                where a.person_id = :person
                  and (cast(:now as timestamptz) at time zone p.time_zone)::date between a.first_day and a.last_day
                order by a.last_day desc limit 1
                """)
                .param("person", person)
                .param("now", SqlTime.of(clock.instant()))
                .query(Absences::absence)
                .optional();
    }

    /** Everybody of the help desk by name. */
    Map<String, String> colleagues() {
        var colleagues = new LinkedHashMap<String, String>();
        sql.sql("""
                select id, first_name || ' ' || last_name as name from person
                where staff_role is not null and state = 'active' order by last_name, first_name, id
                """)
                .query((row, index) -> Map.entry(row.getString("id"), row.getString("name")))
                .list()
                .forEach(one -> colleagues.put(one.getKey(), one.getValue()));
        return colleagues;
    }

    /**
     * Enters an absence.
     *
     * @return false if the person is away on one of these days already
     * @throws Refusal.NotAllowed if it is somebody else's and the actor does not lead the help desk
     * @throws Refusal.NotFound if the person or the substitute is nobody active of the help desk
     */
    @Transactional
    boolean enter(Actor me, long person, LocalDate first, LocalDate last, @Nullable Long substitute) {
        if (person != me.id() && !me.isSupervisor()) {
            throw new Refusal.NotAllowed();
        }
        require(person, "for update");
        if (substitute != null) {
            require(substitute, "");
        }
        return sql.sql("""
                insert into absence (person_id, first_day, last_day, substitute_id, created_by, created_at)
                select :person, :first, :last, :substitute, :me, :now
                where not exists (select from absence a
                                  where a.person_id = :person and a.first_day <= :last and a.last_day >= :first)
                """)
                        .param("person", person)
                        .param("first", first)
                        .param("last", last)
                        .param("substitute", substitute, Types.BIGINT)
                        .param("me", me.id())
                        .param("now", SqlTime.of(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * Takes an absence back.
     *
     * @throws Refusal.NotFound if there is none, or it is somebody else's and the actor does not lead the help desk
     */
    @Transactional
    void remove(Actor me, long id) {
        var removed = sql.sql("delete from absence where id = :id and (:all or person_id = :me)")
                .param("id", id)
                .param("all", me.isSupervisor())
                .param("me", me.id())
                .update();
        if (removed == 0) {
            throw new Refusal.NotFound();
        }
    }

    /** Locked where one absence has to be entered after the other. */
    private void require(long person, String lock) {
        var there = sql.sql(
                        "select id from person where id = :id and staff_role is not null and state = 'active' " + lock)
                .param("id", person)
                .query(Long.class)
                .optional();
        if (there.isEmpty()) {
            throw new Refusal.NotFound();
        }
    }

    private static Absence absence(ResultSet row, int index) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("person"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("substitute"));
    }
}
