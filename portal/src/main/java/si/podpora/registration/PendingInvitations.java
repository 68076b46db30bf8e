package si.podpora.registration;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.accounts.StaffRole;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** What the help desk does with invitations: sees the open ones, sends them again, withdraws them, invites. */
@Component
class PendingInvitations {

    private final JdbcClient sql;
    private final AccessRequests requests;
    private final Invitations invitations;
    private final Clock clock;

    PendingInvitations(JdbcClient sql, AccessRequests requests, Invitations invitations, Clock clock) {
        this.sql = sql;
        this.requests = requests;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param before number of the last one of the page before; null for the first page
     */
    List<PendingInvitation> list(@Nullable Long before, int most) {
        return sql.sql("""
                select i.id, r.first_name || ' ' || r.last_name as name, i.email, r.company_name, r.staff_role,
                       p.first_name || ' ' || p.last_name as invited_by, i.created_at, i.expires_at,
                       i.expires_at <= :now as expired
                from invitation i
                join access_request r on r.id = i.request_id
                left join person p on p.id = r.invited_by
                where i.used_at is null and i.ended_at is null and i.id < :before
                order by i.id desc limit :most
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query((row, index) -> new PendingInvitation(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("company_name"),
                        staffRole(row.getString("staff_role")),
                        row.getString("invited_by"),
                        SqlTime.instant(row, "created_at"),
                        SqlTime.instant(row, "expires_at"),
                        row.getBoolean("expired")))
                .list();
    }

    /** Invites somebody; a second click on the button finds the first. */
    @Transactional
    public void invite(AccessRequest request) {
        requests.store(request).ifPresent(id -> invitations.issue(id, request));
    }

    /**
     * Sends an invitation again, with a new code; the old one ends.
     *
     * @return false if it is not open any more
     * @throws Refusal.NotAllowed if it is a colleague's and the one who asks administers nothing
     */
    @Transactional
    public boolean resend(Actor me, long id) {
        var request = requestOf(me, id);
        if (!isOpen(id)) {
            return false;
        }
        invitations.issue(request, requests.find(request));
        return true;
    }

    /**
     * Takes an invitation back.
     *
     * @return false if it is not open any more
     * @throws Refusal.NotAllowed if it is a colleague's and the one who asks administers nothing
     */
    @Transactional
    public boolean withdraw(Actor me, long id) {
        requestOf(me, id);
        return invitations.withdraw(id);
    }

    /** The request that an invitation belongs to, be it open or not. */
    private long requestOf(Actor me, long id) {
        var request = sql.sql("select request_id from invitation where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
        if (requests.find(request).staffRole() != null && !me.isAdministrator()) {
            throw new Refusal.NotAllowed();
        }
        return request;
    }

    private boolean isOpen(long id) {
        return sql.sql("""
                select exists (select from invitation where id = :id and used_at is null and ended_at is null)
                """).param("id", id).query(Boolean.class).single();
    }

    private static @Nullable StaffRole staffRole(@Nullable String code) {
        return code == null ? null : StaffRole.of(code);
    }
}
