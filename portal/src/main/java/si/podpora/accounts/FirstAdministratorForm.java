package si.podpora.accounts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who becomes the first administrator. */
record FirstAdministratorForm(
        @NotBlank(message = "accounts.required.firstName")
        @Size(max = 100, message = "web.error.tooLong")
        @Pattern(regexp = PersonName.ALLOWED, message = PersonName.INVALID)
        @Nullable
        String firstName,

        @NotBlank(message = "accounts.required.lastName")
        @Size(max = 100, message = "web.error.tooLong")
        @Pattern(regexp = PersonName.ALLOWED, message = PersonName.INVALID)
        @Nullable
        String lastName,

        @NotBlank(message = "accounts.required.email")
        @Email(message = "web.error.email")
        @Size(max = 254, message = "web.error.tooLong")
        @Nullable
        String email,

        @NotBlank(message = "accounts.required.username") @Nullable
        String username,

        @NotEmpty(message = "accounts.required.password") @Nullable
        String password,

        @Nullable String passwordConfirmation) {

    NewPerson person(Locale language, ZoneId zone) {
        return new NewPerson(
                Salutation.NONE,
                text(firstName),
                text(lastName),
                text(email),
                text(username),
                "",
                "",
                "",
                language,
                zone,
                StaffRole.ADMINISTRATOR);
    }

    List<String> ownData() {
        return List.of(text(firstName), text(lastName), text(email), text(username));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
