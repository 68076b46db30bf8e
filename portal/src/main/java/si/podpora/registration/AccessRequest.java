package si.podpora.registration;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.Consents;
import si.podpora.accounts.Salutation;
import si.podpora.accounts.StaffRole;

/**
 * Who wants access, checked.
 *
 * @param formKey of the form as it was shown
 * @param email in lower case
 * @param phone E.164; empty if the help desk did not know it
 * @param mobile E.164; empty if not given
 * @param companyName empty for a colleague of the help desk, as are the tax number and the country
 * @param taxNumber canonical
 * @param country ISO 3166 alpha-2, of the company
 * @param invitedBy who of the help desk invites; null for somebody who asked
 * @param companyId the company that the help desk invites into; null for somebody who asked
 * @param role as what the help desk invites; null for somebody who asked
 * @param staffRole as what an administrator invites a colleague of the help desk; null for a customer
 */
record AccessRequest(
        UUID formKey,
        Salutation salutation,
        String firstName,
        String lastName,
        String email,
        String phone,
        String mobile,
        String department,
        String companyName,
        String taxNumber,
        String country,
        Locale language,
        List<Consents.Given> consents,
        @Nullable Long invitedBy,
        @Nullable Long companyId,
        @Nullable CompanyRole role,
        @Nullable StaffRole staffRole) {

    String fullName() {
        return firstName + " " + lastName;
    }

    AccessRequest with(List<Consents.Given> given) {
        return new AccessRequest(
                formKey,
                salutation,
                firstName,
                lastName,
                email,
                phone,
                mobile,
                department,
                companyName,
                taxNumber,
                country,
                language,
                given,
                invitedBy,
                companyId,
                role,
                staffRole);
    }
}
