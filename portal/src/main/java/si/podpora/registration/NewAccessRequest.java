package si.podpora.registration;

import static si.podpora.registration.Typed.line;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The form "Zahtevaj dostop" as it was typed. */
record NewAccessRequest(
        @NotBlank(message = "registration.required.country") String country,

        @NotBlank(message = "registration.required.salutation")
        String salutation,

        @PersonFields.FirstName String firstName,

        @PersonFields.LastName String lastName,

        @PersonFields.Email String email,

        @NotBlank(message = "registration.required.phone") @Size(max = 40, message = "web.error.tooLong")
        String phone,

        @Size(max = 40, message = "web.error.tooLong") String mobile,

        @NotBlank(message = "registration.required.department") @Size(max = 100, message = "web.error.tooLong")
        String department,

        @NotBlank(message = "registration.required.company") @Size(max = 200, message = "web.error.tooLong")
        String company,

        @NotBlank(message = "registration.required.taxNumber") @Size(max = 60, message = "web.error.tooLong")
        String taxNumber,

        @NotBlank(message = "registration.required.language")
        String language) {

    NewAccessRequest {
        country = line(country);
        salutation = line(salutation);
        firstName = line(firstName);
        lastName = line(lastName);
        email = line(email);
        phone = line(phone);
        mobile = line(mobile);
        department = line(department);
        company = line(company);
        taxNumber = line(taxNumber);
        language = line(language);
    }
}
