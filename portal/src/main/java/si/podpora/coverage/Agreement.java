package si.podpora.coverage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement of a company as the help desk keeps it.
 *
 * @param hoursTotal null for a contract
 * @param version counts the edits; 0 for one that is not kept yet
 * @param endedAt since when it has been ended ahead of its time; null if it has not
 */
public record Agreement(
        long id,
        String name,
        Entitlement.Kind kind,
        LocalDate validFrom,
        LocalDate validUntil,
        @Nullable BigDecimal hoursTotal,
        BigDecimal hoursUsed,
        int version,
        @Nullable Instant endedAt) {

    /** Hours that are left, never negative; null for a contract, which has no hours. */
    public @Nullable BigDecimal hoursLeft() {
        return hoursTotal == null ? null : hoursTotal.subtract(hoursUsed).max(BigDecimal.ZERO);
    }

    /** Whether it covers on a day. */
    public boolean coversOn(LocalDate day) {
        var left = hoursLeft();
        return endedAt == null
                && !day.isBefore(validFrom)
                && !day.isAfter(validUntil)
                && (left == null || left.signum() > 0);
    }
}
