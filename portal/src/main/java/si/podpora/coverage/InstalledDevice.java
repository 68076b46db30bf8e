package si.podpora.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A device of a company as the help desk keeps it.
 *
 * @param serialNumber canonical
 * @param systemId the system that it belongs to; null if to none
 * @param systemNumber identification number of that system; empty for none
 * @param warrantyUntil last day of the warranty; null if it never had one
 * @param version counts the edits
 * @param endedAt since when it is out of use; null while it is used
 */
public record InstalledDevice(
        long id,
        String serialNumber,
        String product,
        @Nullable Long systemId,
        String systemNumber,
        @Nullable LocalDate warrantyUntil,
        int version,
        @Nullable Instant endedAt) {

    public boolean inWarrantyOn(LocalDate day) {
        return warrantyUntil != null && !day.isAfter(warrantyUntil);
    }
}
