package si.podpora.cases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer submits.
 *
 * @param key the form's idempotency key: the same key again finds the first case
 * @param entitlementId key of an entitlement of the own company; null for none
 * @param systemNumber identification number of the customer system, as typed; empty for none
 * @param warrantyRepair null where the type does not ask
 * @param serialNumber empty for none
 * @param reference the customer's own number; empty for none
 * @param follows the closed case that this one continues; null for none
 * @param files keys of files that the person has uploaded
 * @param companyId for which of the own companies; null: for the only one, or for none yet
 */
public record NewCase(
        UUID key,
        CaseType type,
        String title,
        String description,
        @Nullable Long entitlementId,
        String systemNumber,
        @Nullable Boolean warrantyRepair,
        String serialNumber,
        String reference,
        @Nullable CaseNumber follows,
        List<UUID> files,
        @Nullable Long companyId) {

    /** For the only company that the person belongs to. */
    public NewCase(
            UUID key,
            CaseType type,
            String title,
            String description,
            @Nullable Long entitlementId,
            String systemNumber,
            @Nullable Boolean warrantyRepair,
            String serialNumber,
            String reference,
            @Nullable CaseNumber follows,
            List<UUID> files) {
        this(
                key,
                type,
                title,
                description,
                entitlementId,
                systemNumber,
                warrantyRepair,
                serialNumber,
                reference,
                follows,
                files,
                null);
    }

    /** The same under a key that belongs to the key and the text. */
    NewCase changed() {
        var text = key + "\n" + title.strip() + "\n" + description.strip();
        return new NewCase(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)),
                type,
                title,
                description,
                entitlementId,
                systemNumber,
                warrantyRepair,
                serialNumber,
                reference,
                follows,
                files,
                companyId);
    }
}
