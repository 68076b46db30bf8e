package si.podpora.helpdesk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.CaseFacts;
import si.podpora.cases.CaseFields;
import si.podpora.cases.CaseType;
import si.podpora.web.Form;

/** The fields of a case that the help desk corrects. */
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
        String reference) {

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
                facts.reference());
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
                Objects.requireNonNullElse(reference, ""));
    }
}
