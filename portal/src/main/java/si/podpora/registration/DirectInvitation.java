package si.podpora.registration;

import static si.podpora.registration.Typed.line;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The form with which the help desk invites a person into a company. What it cannot know it leaves open. */
record DirectInvitation(
        @PersonFields.Salutation String salutation,

        @PersonFields.FirstName String firstName,

        @PersonFields.LastName String lastName,

        @PersonFields.Email String email,

        @Size(max = 40, message = "web.error.tooLong") String phone,

        @Size(max = 40, message = "web.error.tooLong") String mobile,

        @Size(max = 100, message = "web.error.tooLong") String department,

        @Pattern(regexp = "own|company|administrator", message = "registration.required.role")
        String role,

        @NotBlank(message = "registration.required.language")
        String language) {

    DirectInvitation {
        salutation = line(salutation);
        firstName = line(firstName);
        lastName = line(lastName);
        email = line(email);
        phone = line(phone);
        mobile = line(mobile);
        department = line(department);
        role = line(role);
        language = line(language);
    }
}
