package si.podpora.helpdesk.companies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a company says of itself.
 *
 * @param version counts the edits
 * @param mergedInto key of the company that has taken this one up; null while it stands for itself
 * @param checkedBy name of who checked it; empty if nobody has yet, or a former version of the portal
 * @param formers the companies that it has taken up, the first one first
 */
public record CompanyCard(
        long id,
        String name,
        String country,
        String taxNumber,
        boolean toBeChecked,
        int version,
        @Nullable Long mergedInto,
        Instant createdAt,
        @Nullable Instant checkedAt,
        String checkedBy,
        List<Former> formers) {

    /** A company that has been taken up, by whom and when. */
    public record Former(String name, String country, String taxNumber, Instant mergedAt, String mergedBy) {}

    public String path() {
        return "/desk/companies/" + id;
    }

    /** All its cases in the queue. */
    public String casesAddress() {
        return "/desk?view=all&company=" + id;
    }
}
