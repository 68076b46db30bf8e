package si.podpora.registration;

import static si.podpora.registration.Typed.line;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import si.podpora.accounts.Company;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.People;
import si.podpora.accounts.Salutation;

/** The form with which the administrator of a company invites a colleague. */
record CompanyInvitation(
        @NotBlank(message = "registration.required.firstName") @Size(max = 100, message = "web.error.tooLong")
        String firstName,

        @NotBlank(message = "registration.required.lastName") @Size(max = 100, message = "web.error.tooLong")
        String lastName,

        @NotBlank(message = "registration.required.email")
        @Size(max = 254, message = "web.error.tooLong")
        @Email(regexp = Typed.ADDRESS, message = "web.error.email")
        String email,

        @Pattern(regexp = "sl|en", message = "web.error.invalid")
        String language,

        @Pattern(regexp = "own|company|administrator", message = "registration.required.role")
        String role) {

    CompanyInvitation {
        firstName = line(firstName);
        lastName = line(lastName);
        email = line(email);
        language = line(language);
        role = line(role);
    }

    AccessRequest into(Company company, UUID formKey, long invitedBy) {
        return new AccessRequest(
                formKey,
                Salutation.of("none"),
                firstName,
                lastName,
                People.canonical(email),
                "",
                "",
                "",
                company.name(),
                company.taxNumber(),
                company.country(),
                Locale.of(language),
                List.of(),
                invitedBy,
                company.id(),
                CompanyRole.valueOf(role.toUpperCase(Locale.ROOT)),
                null);
    }
}
