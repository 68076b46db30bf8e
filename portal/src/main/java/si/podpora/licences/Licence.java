package si.podpora.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a company may activate.
 *
 * @param systemId key of the system that it is for; null for none
 * @param systemNumber identification number of the system that it is for; null for none
 * @param product code of the product
 * @param employees how many may be managed
 * @param validUntil the last day; null for a perpetual licence
 * @param maintenanceUntil the last day of maintenance; null if it does not end
 * @param allowed how many installations may be activated at once
 * @param used how many are
 * @param blockedReason why it is blocked; empty if it is not
 */
public record Licence(
        long id,
        LicenceKey key,
        long companyId,
        String companyName,
        @Nullable Long systemId,
        @Nullable String systemNumber,
        String product,
        String edition,
        List<String> modules,
        int employees,
        int terminals,
        int clients,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate maintenanceUntil,
        int allowed,
        int used,
        String blockedReason) {

    /** What one is read from; a condition follows. */
    static final String SELECT = """
            select l.*, c.name as company_name, s.identification_number as system_number,
                   (select count(*) from activation a where a.licence_id = l.id and a.released_at is null) as used
            from licence l join company c on c.id = l.company_id left join customer_system s on s.id = l.system_id
            """;

    static Licence of(ResultSet row, int index) throws SQLException {
        return new Licence(
                row.getLong("id"),
                new LicenceKey(row.getString("key")),
                row.getLong("company_id"),
                row.getString("company_name"),
                row.getObject("system_id", Long.class),
                row.getString("system_number"),
                row.getString("product"),
                row.getString("edition"),
                List.of((String[]) row.getArray("modules").getArray()),
                row.getInt("employees"),
                row.getInt("terminals"),
                row.getInt("clients"),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("maintenance_until", LocalDate.class),
                row.getInt("installations"),
                row.getInt("used"),
                row.getString("blocked_reason"));
    }

    /** The number that people and programs know it by; unlike the key it is no secret. */
    public String number() {
        return "L-" + String.format(Locale.ROOT, "%05d", id);
    }

    public boolean isBlocked() {
        return !blockedReason.isEmpty();
    }

    boolean isExpired(LocalDate today) {
        return validUntil != null && today.isAfter(validUntil);
    }

    /** Whether a version that was released on a day may be activated. */
    boolean maintains(LocalDate released) {
        return maintenanceUntil == null || !released.isAfter(maintenanceUntil);
    }

    public LicenceState state(LocalDate today) {
        if (isBlocked()) {
            return LicenceState.BLOCKED;
        }
        if (isExpired(today)) {
            return LicenceState.EXPIRED;
        }
        if (used >= allowed) {
            return LicenceState.USED_UP;
        }
        return maintains(today) ? LicenceState.AVAILABLE : LicenceState.MAINTENANCE_ENDED;
    }
}
