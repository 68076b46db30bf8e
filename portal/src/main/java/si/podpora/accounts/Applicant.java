package si.podpora.accounts;

import java.time.Instant;

/**
 * Somebody who says to belong to a company and waits to be admitted, with what is needed to decide.
 *
 * @param companyToBeChecked whether the help desk has yet to check the company
 * @param department may be empty, like the telephone number
 */
public record Applicant(
        long companyId,
        long personId,
        String companyName,
        String country,
        String taxNumber,
        boolean companyToBeChecked,
        String personName,
        String email,
        String department,
        String phone,
        Instant requestedAt) {

    /** The place in the list of all who wait. */
    public record Key(Instant requestedAt, long companyId, long personId) {}

    /** Where the page after this one begins. */
    public Key key() {
        return new Key(requestedAt, companyId, personId);
    }
}
