package si.podpora.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.coverage.Coverage;
import si.podpora.coverage.CustomerSystem;
import si.podpora.web.FieldProblem;
import si.podpora.web.SqlTime;

/** Issues licences and changes them, each change with its reason. Who may is said at the routes. */
@Component
public class LicenceDesk {

    private final JdbcClient sql;
    private final Licences licences;
    private final LicenceHistory history;
    private final Coverage coverage;
    private final Clock clock;

    LicenceDesk(JdbcClient sql, Licences licences, LicenceHistory history, Coverage coverage, Clock clock) {
        this.sql = sql;
        this.licences = licences;
        this.history = history;
        this.coverage = coverage;
        this.clock = clock;
    }

    /** Says so if a licence is to be for a system that its company does not have. */
    void check(NewLicence wanted, List<FieldProblem> problems) {
        if (!wanted.systemNumber().isEmpty() && system(wanted).isEmpty()) {
            problems.add(FieldProblem.of("system", "licences.desk.error.noSystem"));
        }
    }

    private Optional<CustomerSystem> system(NewLicence wanted) {
        return coverage.system(wanted.systemNumber(), List.of(wanted.companyId()));
    }

    /**
     * Issues a licence.
     *
     * @param by null in the demonstration
     * @return its key
     */
    @Transactional
    public long issue(NewLicence wanted, @Nullable Actor by) {
        return insert(wanted, by, null).orElseThrow();
    }

    /** Issues one of an import; empty if this line of this form has been imported before. */
    @Transactional
    Optional<Long> issue(NewLicence wanted, Actor by, String importKey) {
        return insert(wanted, by, importKey);
    }

    private Optional<Long> insert(NewLicence wanted, @Nullable Actor by, @Nullable String importKey) {
        var system = system(wanted);
        var id = sql.sql("""
                insert into licence (key, company_id, system_id, product, edition, modules, employees, terminals,
                    clients, valid_until, maintenance_until, installations, import_key, created_at, created_by)
                values (:key, :company, :system, :product, :edition, :modules, :employees, :terminals,
                    :clients, :until, :maintenance, :allowed, :importKey, :now, :by)
                on conflict (import_key) do nothing
                returning id
                """)
                .param("key", LicenceKey.random().text())
                .param("company", wanted.companyId())
                .param("system", system.map(CustomerSystem::id).orElse(null), Types.BIGINT)
                .param("product", wanted.product())
                .param("edition", wanted.edition())
                .param("modules", wanted.modules().toArray(String[]::new))
                .param("employees", wanted.employees())
                .param("terminals", wanted.terminals())
                .param("clients", wanted.clients())
                .param("until", wanted.validUntil(), Types.DATE)
                .param("maintenance", wanted.maintenanceUntil(), Types.DATE)
                .param("allowed", wanted.allowed())
                .param("importKey", importKey, Types.VARCHAR)
                .param("now", SqlTime.of(clock.instant()))
                .param("by", by == null ? null : by.id(), Types.BIGINT)
                .query(Long.class)
                .optional();
        id.ifPresent(issued -> history.record(issued, null, LicenceEvent.Kind.ISSUED, by, "", ""));
        return id;
    }

    /** Blocks a licence: nothing new is activated with it. What runs cannot be reached. */
    @Transactional
    public void block(long id, @Nullable Actor by, String reason) {
        licences.lock(id);
        var changed = sql.sql("""
                update licence set blocked_at = :now, blocked_reason = :reason where id = :id and blocked_at is null
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("reason", reason)
                .param("id", id)
                .update();
        if (changed == 1) {
            history.record(id, null, LicenceEvent.Kind.BLOCKED, by, "", reason);
        }
    }

    @Transactional
    void unblock(long id, Actor by, String reason) {
        licences.lock(id);
        var changed = sql.sql("""
                update licence set blocked_at = null, blocked_reason = '' where id = :id and blocked_at is not null
                """).param("id", id).update();
        if (changed == 1) {
            history.record(id, null, LicenceEvent.Kind.UNBLOCKED, by, "", reason);
        }
    }

    /** Sets both days anew; null: no end. */
    @Transactional
    void extend(
            long id, @Nullable LocalDate validUntil, @Nullable LocalDate maintenanceUntil, Actor by, String reason) {
        var before = locked(id);
        if (Objects.equals(before.validUntil(), validUntil)
                && Objects.equals(before.maintenanceUntil(), maintenanceUntil)) {
            return;
        }
        sql.sql("update licence set valid_until = :until, maintenance_until = :maintenance where id = :id")
                .param("until", validUntil, Types.DATE)
                .param("maintenance", maintenanceUntil, Types.DATE)
                .param("id", id)
                .update();
        history.record(
                id,
                null,
                LicenceEvent.Kind.EXTENDED,
                by,
                days(before.validUntil(), before.maintenanceUntil()) + " → " + days(validUntil, maintenanceUntil),
                reason);
    }

    /** Gives the licence, with all that it has activated, to another company; its system stays behind. */
    @Transactional
    void move(long id, long companyId, Actor by, String reason) {
        var before = locked(id);
        if (before.companyId() == companyId) {
            return;
        }
        sql.sql("update licence set company_id = :company, system_id = null where id = :id")
                .param("company", companyId)
                .param("id", id)
                .update();
        var after = licences.byId(id).orElseThrow();
        history.record(
                id, null, LicenceEvent.Kind.MOVED, by, before.companyName() + " → " + after.companyName(), reason);
    }

    /** Allows another number of installations; those that are active stay so. */
    @Transactional
    void allow(long id, int installations, Actor by, String reason) {
        var before = locked(id);
        if (before.allowed() == installations) {
            return;
        }
        sql.sql("update licence set installations = :allowed where id = :id")
                .param("allowed", installations)
                .param("id", id)
                .update();
        history.record(id, null, LicenceEvent.Kind.LIMIT_CHANGED, by, before.allowed() + " → " + installations, reason);
    }

    private Licence locked(long id) {
        licences.lock(id);
        return licences.byId(id).orElseThrow();
    }

    /** For programs and people alike: ISO 8601, with a sign for no end. */
    private static String days(@Nullable LocalDate validUntil, @Nullable LocalDate maintenanceUntil) {
        return (validUntil == null ? "∞" : validUntil) + " / " + (maintenanceUntil == null ? "∞" : maintenanceUntil);
    }
}
