package si.podpora.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.SqlTime;

/** The people of the help desk. */
@Component
public class Staff {

    private final JdbcClient sql;
    private final Clock clock;

    Staff(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Somebody of the help desk.
     *
     * @param lastSeenAt when the portal last saw the person, at most five minutes late; null: it remembers no session
     */
    public record Member(
            long id,
            String name,
            String email,
            String username,
            StaffRole role,
            @Nullable Instant lastSeenAt) {}

    /** Those who have access, by name. */
    public List<Member> members() {
        return sql.sql("""
                select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.username, p.staff_role,
                       (select max(s.last_seen_at) from browser_session s where s.person_id = p.id) as last_seen_at
                from person p
                where p.staff_role is not null and p.state = 'active'
                order by p.last_name, p.first_name, p.id
                """).query((row, index) -> member(row)).list();
    }

    /**
     * Ends somebody's access: the person is signed out everywhere and cannot sign in again.
     *
     * @return false if nobody active of the help desk has this key
     */
    @Transactional
    public boolean end(long personId) {
        var ended = sql.sql("""
                update person set state = 'ended' where id = :id and staff_role is not null and state = 'active'
                """).param("id", personId).update();
        if (ended == 0) {
            return false;
        }
        sql.sql("update browser_session set ended_at = :now where person_id = :id and ended_at is null")
                .param("now", SqlTime.of(clock.instant()))
                .param("id", personId)
                .update();
        return true;
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("username"),
                StaffRole.of(row.getString("staff_role")),
                SqlTime.instantOrNull(row, "last_seen_at"));
    }
}
