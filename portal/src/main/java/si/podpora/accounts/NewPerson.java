package si.podpora.accounts;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is to get an account.
 *
 * @param email as typed; kept in lower case
 * @param phone E.164; empty if not known
 * @param mobile E.164; empty if not given
 * @param staffRole null for a customer
 */
public record NewPerson(
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
        @Nullable StaffRole staffRole) {}
