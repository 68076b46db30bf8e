package si.podpora.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance contract or a block of hours that covers the work.
 *
 * @param validUntil last day on which it covers
 * @param hoursLeft never negative; null for a contract, which has no hours
 */
public record Entitlement(
        long id,
        long companyId,
        String name,
        Kind kind,
        LocalDate validFrom,
        LocalDate validUntil,
        @Nullable BigDecimal hoursLeft) {

    /** What kind of cover it is. */
    public enum Kind {
        CONTRACT,
        HOURS
    }

    /** Whether it covers on a day: begun, not over, and with hours left if it is a block of hours. */
    public boolean coversOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil) && (hoursLeft == null || hoursLeft.signum() > 0);
    }
}
