package si.podpora.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param email in lower case
 * @param phone E.164; empty if not known
 * @param mobile E.164; empty if not given
 * @param staffRole null for a customer
 * @param mailOnChange whether the person wants a mail when a case changes
 */
public record Person(
        long id,
        Salutation salutation,
        String firstName,
        String lastName,
        String email,
        String username,
        String phone,
        String mobile,
        String department,
        Locale language,
        ZoneId zone,
        @Nullable StaffRole staffRole,
        boolean mailOnChange) {

    static final String COLUMNS = """
            id, salutation, first_name, last_name, email, username, phone, mobile, department, language, time_zone,
            staff_role, mail_on_change
            """;

    public String fullName() {
        return firstName + " " + lastName;
    }

    static Person of(ResultSet row, int index) throws SQLException {
        var role = row.getString("staff_role");
        return new Person(
                row.getLong("id"),
                Salutation.of(row.getString("salutation")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("username"),
                row.getString("phone"),
                row.getString("mobile"),
                row.getString("department"),
                Locale.of(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                role == null ? null : StaffRole.of(role),
                row.getBoolean("mail_on_change"));
    }
}
