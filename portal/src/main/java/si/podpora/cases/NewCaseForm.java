package si.podpora.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.web.FieldProblem;
import si.podpora.web.FormKey;

/** The form of a new case as it is sent; the fields of the type that was not chosen are left out. */
public record NewCaseForm(
        @Nullable String key,

        @NotBlank(message = "cases.error.type")
        @Pattern(regexp = "support|repair|", message = "cases.error.type")
        @Nullable
        String type,

        @NotBlank(message = "cases.error.title") @Size(max = 200, message = "web.error.tooLong") @Nullable
        String title,

        @NotBlank(message = "cases.error.description")
        @Size(max = LONGEST_TEXT, message = "web.error.tooLong")
        @Nullable
        String description,

        @Nullable String entitlement,

        @Size(max = 60, message = "web.error.tooLong") @Nullable
        String systemNumber,

        @Nullable String warrantyRepair,

        @Size(max = 60, message = "web.error.tooLong") @Nullable
        String serial,

        @Size(max = 100, message = "web.error.tooLong") @Nullable
        String reference,

        @Nullable String follows,

        @Nullable String company) {

    private static final List<String> ORDER =
            List.of("company", "type", "title", "description", "entitlement", "systemNumber", "serial", "reference");

    /** Characters of a description or of a note. */
    static final int LONGEST_TEXT = 20_000;

    /** Problems as their fields stand on the page: the summary follows the form from top to bottom. */
    public static List<FieldProblem> inOrder(List<FieldProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(problem -> ORDER.indexOf(problem.field())))
                .toList();
    }

    /** Key of the chosen entitlement; null for none, -1 for something that is no key. */
    public @Nullable Long entitlementKey() {
        if (text(type).equals(CaseType.REPAIR.code()) || text(entitlement).isEmpty()) {
            return null;
        }
        return text(entitlement).matches("\\d{1,18}") ? Long.parseLong(text(entitlement)) : -1L;
    }

    /** Key of the chosen company; null for none, and for something that is no key. */
    @Nullable
    Long companyKey() {
        return text(company).matches("\\d{1,18}") ? Long.parseLong(text(company)) : null;
    }

    /** What is submitted. Only after the form has been validated. */
    public NewCase newCase(List<UUID> files) {
        return newCase(files, null);
    }

    NewCase newCase(List<UUID> files, @Nullable Long companyId) {
        var repair = text(type).equals(CaseType.REPAIR.code());
        return new NewCase(
                FormKey.of(key),
                CaseType.of(text(type)),
                text(title),
                text(description),
                entitlementKey(),
                repair ? "" : text(systemNumber),
                repair ? (Boolean) text(warrantyRepair).equals("true") : null,
                repair ? text(serial) : "",
                text(reference),
                CaseNumber.parse(text(follows)).orElse(null),
                files,
                companyId);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
