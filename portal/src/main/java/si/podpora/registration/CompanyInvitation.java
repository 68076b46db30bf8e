package si.podpora.registration;

import static si.podpora.registration.Typed.line;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import si.podpora.accounts.Company;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.People;
import si.podpora.accounts.Salutation;

/** The form with which the administrator of a company invites a colleague. */
record CompanyInvitation(
        @PersonFields.FirstName String firstName,

        @PersonFields.LastName String lastName,

        @PersonFields.Email String email,

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
                Salutation.NONE,
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
                CompanyRole.of(role),
                null);
    }
}
