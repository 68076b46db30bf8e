package si.podpora.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Secret;
import si.podpora.web.SqlTime;

/** Invitations: one open for an address at most, each for one redemption within seven days. */
@Component
class Invitations {

    static final Duration VALID = Duration.ofDays(7);

    private static final String SELECT = "select i.id, i.request_id, i.email, i.expires_at, i.used_at, i.ended_as, "
            + Inviters.LOST_RIGHT + " as lost from invitation i join access_request r on r.id = i.request_id ";

    private final JdbcClient sql;
    private final InvitationMail mail;
    private final Clock clock;

    Invitations(JdbcClient sql, InvitationMail mail, Clock clock) {
        this.sql = sql;
        this.mail = mail;
        this.clock = clock;
    }

    /** Sends an invitation; an older one to the same address ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(long requestId, AccessRequest request) {
        lock(request.email());
        var now = clock.instant();
        sql.sql("""
                update invitation set ended_at = :now, ended_as = 'replaced'
                where email = :email and used_at is null and ended_at is null
                """)
                .param("now", SqlTime.of(now))
                .param("email", request.email())
                .update();
        var code = Secret.random();
        var expires = now.plus(VALID);
        var id = sql.sql("""
                insert into invitation (request_id, email, code_hash, created_at, expires_at)
                values (:request, :email, :hash, :now, :expires)
                returning id
                """)
                .param("request", requestId)
                .param("email", request.email())
                .param("hash", code.hash())
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(expires))
                .query(Long.class)
                .single();
        mail.postInvitation(id, request, code, expires);
    }

    /**
     * The request behind the invitation by somebody, of the help desk or of a company, that waits at an address,
     * even if its time is over; it stays the one that waits until the end of the transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> waitingOfInviter(String email) {
        lock(email);
        return sql.sql("""
                select i.request_id from invitation i
                join access_request r on r.id = i.request_id and r.invited_by is not null
                where i.email = :email and i.used_at is null and i.ended_at is null and not\s""" + Inviters.LOST_RIGHT)
                .param("email", email)
                .query(Long.class)
                .optional();
    }

    /** Whether an invitation to the help desk itself waits at an address. */
    boolean colleagueWaits(String email) {
        return sql.sql("""
                select exists (select from invitation i
                    join access_request r on r.id = i.request_id and r.staff_role is not null
                    where i.email = :email and i.used_at is null and i.ended_at is null)
                """).param("email", email).query(Boolean.class).single();
    }

    /** The invitation of a code, in whatever state; changes nothing. */
    Optional<Invitation> find(String code) {
        return sql.sql(SELECT + "where i.code_hash = :hash")
                .param("hash", Secret.hash(code))
                .query((row, index) -> Invitation.of(row, clock.instant()))
                .optional();
    }

    /** The newest invitation to an address. */
    Optional<Invitation> latest(String email) {
        return sql.sql(SELECT + "where i.email = :email order by i.id desc limit 1")
                .param("email", email)
                .query((row, index) -> Invitation.of(row, clock.instant()))
                .optional();
    }

    /** Two requests for one address at once come one after the other. */
    private void lock(String email) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('invitation:' || :email, 0))")
                .param("email", email)
                .query((row, index) -> true)
                .single();
    }

    /**
     * Uses an invitation up; false if somebody else has, if it has ended or expired meanwhile, or if whoever
     * invited may not any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(long id) {
        var now = SqlTime.of(clock.instant());
        return sql.sql("""
                update invitation i set used_at = :now from access_request r
                where i.id = :id and i.used_at is null and i.ended_at is null and i.expires_at > :now
                  and r.id = i.request_id and not\s""" + Inviters.LOST_RIGHT)
                        .param("now", now)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes an invitation back; false if it is not open any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdraw(long id) {
        return sql.sql("""
                update invitation set ended_at = :now, ended_as = 'withdrawn'
                where id = :id and used_at is null and ended_at is null
                """)
                        .param("now", SqlTime.of(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }
}
