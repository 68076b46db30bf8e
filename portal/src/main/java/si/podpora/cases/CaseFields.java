package si.podpora.cases;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a case that the help desk corrects; meanings as in {@link NewCase}.
 *
 * @param requesterId whose it is; null: as it is
 */
public record CaseFields(
        String title,
        CaseType type,
        String description,
        @Nullable Long entitlementId,
        String systemNumber,
        @Nullable Boolean warrantyRepair,
        String serialNumber,
        String reference,
        @Nullable Long requesterId) {

    /** Of whomever it is. */
    public CaseFields(
            String title,
            CaseType type,
            String description,
            @Nullable Long entitlementId,
            String systemNumber,
            @Nullable Boolean warrantyRepair,
            String serialNumber,
            String reference) {
        this(title, type, description, entitlementId, systemNumber, warrantyRepair, serialNumber, reference, null);
    }

    /** Tells these fields from any others, so that a form can say what its reader has seen. */
    public String mark() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
