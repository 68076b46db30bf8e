package si.podpora.helpdesk.intake;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A customer for whom a case can be written down, in one of the companies that have admitted the person.
 *
 * @param phone E.164; empty if not known
 * @param companyId null for who belongs to none
 * @param company name; empty for none
 * @param several whether the person belongs to further companies
 */
public record Caller(
        long id,
        String name,
        String email,
        String phone,
        String department,
        String language,
        ZoneId zone,
        @Nullable Long companyId,
        String company,
        boolean several) {

    /** Address of the form for this person and company. */
    public String path() {
        return "/desk/cases/new?person=" + id + (companyId == null ? "" : "&company=" + companyId);
    }
}
