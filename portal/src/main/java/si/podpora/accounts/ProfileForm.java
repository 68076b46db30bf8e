package si.podpora.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;

/** The profile as it is typed. */
record ProfileForm(
        @NotNull(message = "web.error.required")
        @Pattern(regexp = "ms|mr|none", message = "web.error.invalid")
        @Nullable
        String salutation,

        @NotBlank(message = "accounts.required.firstName") @Size(max = 100, message = "web.error.tooLong") @Nullable
        String firstName,

        @NotBlank(message = "accounts.required.lastName") @Size(max = 100, message = "web.error.tooLong") @Nullable
        String lastName,

        @NotBlank(message = "accounts.required.phone") @Size(max = 40, message = "web.error.tooLong") @Nullable
        String phone,

        @Size(max = 40, message = "web.error.tooLong") @Nullable
        String mobile,

        @Size(max = 100, message = "web.error.tooLong") @Nullable
        String department,

        @NotBlank(message = "web.error.required") @Pattern(regexp = "sl|en", message = "web.error.invalid") @Nullable
        String language,

        @NotBlank(message = "web.error.required") @Nullable String zone,
        boolean mailOnChange) {

    /** Country of numbers without a prefix. */
    private static final String HOME = "SI";

    static Form of(Person person) {
        var form = new ArrayList<>(List.of(
                "salutation",
                person.salutation().code(),
                "firstName",
                person.firstName(),
                "lastName",
                person.lastName(),
                "phone",
                readable(person.phone()),
                "mobile",
                readable(person.mobile()),
                "department",
                person.department(),
                "language",
                person.language().getLanguage(),
                "zone",
                person.zone().getId()));
        if (person.mailOnChange()) {
            form.addAll(List.of("mailOnChange", "true"));
        }
        return Form.of(form.toArray(String[]::new));
    }

    /** What Bean Validation cannot find. */
    List<FieldProblem> problems() {
        var problems = new ArrayList<FieldProblem>();
        if (isGiven(phone) && e164(phone).isEmpty()) {
            problems.add(FieldProblem.of("phone", PhoneNumber.INVALID));
        }
        if (isGiven(mobile) && e164(mobile).isEmpty()) {
            problems.add(FieldProblem.of("mobile", PhoneNumber.INVALID));
        }
        if (isGiven(zone) && !TimeZones.isKnown(given(zone))) {
            problems.add(FieldProblem.of("zone", "web.error.invalid"));
        }
        return problems;
    }

    /** The change, once there are no problems. */
    Profiles.Change change() {
        return new Profiles.Change(
                Salutation.of(given(salutation)),
                given(firstName),
                given(lastName),
                e164(given(phone)).orElse(""),
                e164(given(mobile)).orElse(""),
                given(department),
                Locale.of(given(language)),
                ZoneId.of(given(zone)),
                mailOnChange);
    }

    private static String readable(String e164) {
        return PhoneNumber.parse(HOME, e164).map(PhoneNumber::international).orElse(e164);
    }

    private static Optional<String> e164(@Nullable String typed) {
        return PhoneNumber.parse(HOME, given(typed)).map(PhoneNumber::e164);
    }

    private static boolean isGiven(@Nullable String typed) {
        return !given(typed).isBlank();
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
