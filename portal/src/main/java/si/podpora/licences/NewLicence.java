package si.podpora.licences;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence to be issued.
 *
 * @param systemNumber identification number of a system of the company; empty for none
 * @param product code of the product
 * @param validUntil the last day; null for a perpetual licence
 * @param maintenanceUntil the last day of maintenance; null if it does not end
 * @param allowed how many installations may be activated at once
 */
public record NewLicence(
        long companyId,
        String systemNumber,
        String product,
        String edition,
        List<String> modules,
        int employees,
        int terminals,
        int clients,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate maintenanceUntil,
        int allowed) {}
