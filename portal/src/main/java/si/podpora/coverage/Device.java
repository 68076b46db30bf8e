package si.podpora.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A device at a company.
 *
 * @param systemId the system that it belongs to; null if to none
 * @param serialNumber canonical, see {@link SerialNumber}
 * @param warrantyUntil last day of the warranty; null if it never had one
 */
public record Device(
        long id,
        long companyId,
        @Nullable Long systemId,
        String serialNumber,
        String product,
        @Nullable LocalDate warrantyUntil) {

    public boolean inWarrantyOn(LocalDate day) {
        return warrantyUntil != null && !day.isAfter(warrantyUntil);
    }
}
