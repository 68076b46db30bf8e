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

        @NotBlank(message = "accounts.required.phone") @Size(max = 40, message = "web.error.tooLong") @Nullable
        String phone,

        @Size(max = 40, message = "web.error.tooLong") @Nullable
        String mobile,

        @Size(max = 100, message = "web.error.tooLong") @Nullable
        String department,

        @NotBlank(message = "web.error.required") @Pattern(regexp = "sl|en", message = "web.error.invalid") @Nullable
        String language,

        @NotBlank(message = "web.error.required") @Nullable String zone,
        @Nullable Boolean mailOnChange) {

    static Form of(Person person) {
        var form = new ArrayList<>(List.of(
                "salutation",
                person.salutation().code(),
                "firstName",
                person.firstName(),
                "lastName",
                person.lastName(),
                "phone",
                PhoneNumber.read(person.phone()),
                "mobile",
                PhoneNumber.read(person.mobile()),
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

    /**
     * What Bean Validation cannot find.
     *
     * @param country of telephone numbers without a prefix
     */
    List<FieldProblem> problems(String country) {
        var problems = new ArrayList<FieldProblem>();
        if (isGiven(phone) && e164(country, phone).isEmpty()) {
            problems.add(FieldProblem.of("phone", PhoneNumber.INVALID));
        }
        if (isGiven(mobile) && e164(country, mobile).isEmpty()) {
            problems.add(FieldProblem.of("mobile", PhoneNumber.INVALID));
        }
        if (isGiven(zone) && !TimeZones.isKnown(given(zone))) {
            problems.add(FieldProblem.of("zone", "web.error.invalid"));
        }
        return problems;
    }

    /** The change, once there are no {@link #problems}. */
    Profiles.Change change(String country) {
        return new Profiles.Change(
                Salutation.of(given(salutation)),
                given(firstName),
                given(lastName),
                e164(country, phone).orElse(""),
                e164(country, mobile).orElse(""),
                given(department),
                Locale.of(given(language)),
                ZoneId.of(given(zone)),
                Boolean.TRUE.equals(mailOnChange));
    }

    private static Optional<String> e164(String country, @Nullable String typed) {
        return PhoneNumber.parse(country, given(typed)).map(PhoneNumber::e164);
    }

    private static boolean isGiven(@Nullable String typed) {
        return !given(typed).isBlank();
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
