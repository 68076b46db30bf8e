package si.podpora.cases;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
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
        String reference) {

    /** Tells these fields from any others, so that a form can say what its reader has seen. */
    public String mark() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
