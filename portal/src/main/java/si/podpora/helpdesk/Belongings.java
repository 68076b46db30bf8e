package si.podpora.helpdesk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer's company has, as much of it as stands beside a case.
 *
 * @param role what the person may in the company: own, company, administrator; empty for none
 * @param waiting names of the companies that have not decided about the person yet
 * @param systems those in use, at most {@link #MOST}
 * @param devices those in use, the ones of the case first, at most {@link #MOST}
 * @param entitlements those that cover today, and the case's own one whether it does or not
 */
public record Belongings(
        String role, List<String> waiting, List<Installed> systems, List<Installed> devices, List<Cover> entitlements) {

    /** How many of each are shown; the company's page has all. */
    static final int MOST = 5;

    /**
     * A system or a device.
     *
     * @param number identification or serial number
     * @param what product, and a system's name
     * @param until last day of a device's warranty; null for none
     * @param ofCase whether the case is about it
     */
    public record Installed(
            long id, String number, String what, @Nullable LocalDate until, boolean ofCase) {

        public boolean inWarrantyOn(LocalDate day) {
            return until != null && !day.isAfter(until);
        }
    }

    /**
     * An entitlement.
     *
     * @param left hours that are left; null for a contract
     * @param covers whether it covers today
     * @param ofCase whether the case was submitted with it
     */
    public record Cover(
            long id, String name, LocalDate until, @Nullable BigDecimal left, boolean covers, boolean ofCase) {}
}
