package si.podpora.registration;

import static si.podpora.registration.Typed.line;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import si.podpora.accounts.People;
import si.podpora.accounts.Salutation;
import si.podpora.accounts.StaffRole;

/** The form with which an administrator invites a colleague to the help desk. */
record StaffInvitation(
        @Pattern(regexp = "ms|mr|none", message = "registration.required.salutation")
        String salutation,

        @NotBlank(message = "registration.required.firstName") @Size(max = 100, message = "web.error.tooLong")
        String firstName,

        @NotBlank(message = "registration.required.lastName") @Size(max = 100, message = "web.error.tooLong")
        String lastName,

        @NotBlank(message = "registration.required.email")
        @Size(max = 254, message = "web.error.tooLong")
        @Email(regexp = Typed.ADDRESS, message = "web.error.email")
        String email,

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
                StaffRole.valueOf(staffRole.toUpperCase(Locale.ROOT)));
    }
}
