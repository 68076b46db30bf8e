package si.podpora.cases;

import org.jspecify.annotations.Nullable;

/** The fields of a case that the help desk corrects; meanings as in {@link NewCase}. */
public record CaseFields(
        String title,
        CaseType type,
        String description,
        @Nullable Long entitlementId,
        String systemNumber,
        @Nullable Boolean warrantyRepair,
        String serialNumber,
        String reference) {}
