package si.podpora.registration;

import static si.podpora.registration.Typed.line;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import si.podpora.accounts.People;
import si.podpora.accounts.Salutation;
import si.podpora.accounts.StaffRole;

/** The form with which an administrator invites a colleague to the help desk. */
record StaffInvitation(
        @PersonFields.Salutation String salutation,

        @PersonFields.FirstName String firstName,

        @PersonFields.LastName String lastName,

        @PersonFields.Email String email,

        @NotBlank(message = "registration.required.language")
        String language,

        @Pattern(regexp = "agent|supervisor|technician|administrator", message = "registration.required.staffRole")
        String staffRole) {

    StaffInvitation {
        salutation = line(salutation);
        firstName = line(firstName);
        lastName = line(lastName);
        email = line(email);
        language = line(language);
        staffRole = line(staffRole);
    }

    /** What is stored, of a form without problems. */
    AccessRequest request(UUID formKey, long invitedBy) {
        return new AccessRequest(
                formKey,
                Salutation.of(salutation),
                firstName,
                lastName,
                People.canonical(email),
                "",
                "",
                "",
                "",
                "",
                "",
                Locale.of(language),
                List.of(),
                invitedBy,
                null,
                null,
                StaffRole.of(staffRole));
    }
}
