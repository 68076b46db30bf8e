package si.podpora.helpdesk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.CaseFacts;
import si.podpora.cases.CaseFields;
import si.podpora.cases.CaseType;
import si.podpora.coverage.SerialNumber;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Words;

/**
 * The fields of a case that the help desk corrects.
 *
 * @param requester whose the case is; null where the form does not ask
 * @param seen mark of the fields as the page showed them
 */
record FieldsForm(
        @NotBlank(message = "web.error.required") @Size(max = 200, message = "web.error.tooLong") @Nullable
        String title,

        @NotNull(message = "web.error.required") @Nullable CaseType type,

        @Nullable Long entitlement,

        @Size(max = 100, message = "web.error.tooLong") @Nullable
        String systemNumber,

        @Nullable Boolean warrantyRepair,

        @Size(max = 100, message = "web.error.tooLong") @Nullable
        String serialNumber,

        @Size(max = 100, message = "web.error.tooLong") @Nullable
        String reference,

        @Nullable Long requester,

        String seen) {

    FieldsForm {
        seen = Objects.requireNonNullElse(seen, "");
    }

    /** As they stand now. */
    static Form of(CaseFacts facts) {
        return Form.of(
                "title",
                facts.head().title(),
                "type",
                facts.head().type().name(),
                "entitlement",
                Objects.toString(facts.entitlementId(), ""),
                "systemNumber",
                facts.systemNumber(),
                "warrantyRepair",
                Objects.toString(facts.warrantyRepair(), ""),
                "serialNumber",
                facts.serialNumber(),
                "reference",
                facts.reference(),
                "requester",
                Long.toString(facts.head().requesterId()),
                "seen",
                facts.fields().mark());
    }

    /** What differs from what somebody else has saved meanwhile. */
    List<FieldProblem> overtaken(CaseFacts now, Locale language, Words words) {
        var typed = fields(now.description());
        var saved = now.fields();
        var none = words.say(language, "helpdesk.fields.none");
        var problems = new ArrayList<FieldProblem>();
        problems.add(FieldProblem.of("", "helpdesk.error.overtaken"));
        differs(problems, "title", typed.title(), saved.title(), saved.title());
        differs(
                problems,
                "type",
                typed.type(),
                saved.type(),
                words.say(language, saved.type().words()));
        differs(
                problems,
                "entitlement",
                typed.entitlementId(),
                saved.entitlementId(),
                now.entitlement().isEmpty() ? none : now.entitlement());
        differs(problems, "systemNumber", typed.systemNumber(), saved.systemNumber(), or(saved.systemNumber(), none));
        differs(
                problems,
                "warrantyRepair",
                typed.warrantyRepair(),
                saved.warrantyRepair(),
                words.say(
                        language,
                        saved.warrantyRepair() == null
                                ? "helpdesk.fields.notAsked"
                                : "cases.warranty." + saved.warrantyRepair()));
        differs(
                problems,
                "serialNumber",
                SerialNumber.canonical(typed.serialNumber()),
                saved.serialNumber(),
                or(saved.serialNumber(), none));
        if (typed.requesterId() != null) {
            differs(problems, "requester", typed.requesterId(), saved.requesterId(), now.requester());
        }
        differs(problems, "reference", typed.reference(), saved.reference(), or(saved.reference(), none));
        return problems;
    }

    private static void differs(
            List<FieldProblem> problems, String field, @Nullable Object typed, @Nullable Object saved, String now) {
        if (!Objects.equals(typed, saved)) {
            problems.add(FieldProblem.of(field, "helpdesk.error.savedNow", "value", now));
        }
    }

    private static String or(String value, String none) {
        return value.isEmpty() ? none : value;
    }

    /**
     * Only after it has been validated.
     *
     * @param description stays as the customer wrote it
     */
    CaseFields fields(String description) {
        return new CaseFields(
                Objects.requireNonNull(title),
                Objects.requireNonNull(type),
                description,
                entitlement,
                Objects.requireNonNullElse(systemNumber, ""),
                warrantyRepair,
                Objects.requireNonNullElse(serialNumber, ""),
                Objects.requireNonNullElse(reference, ""),
                requester);
    }
}
