package si.podpora.registration;

import si.podpora.accounts.Applicant;

/**
 * Somebody who waits to be admitted, beside what the person typed.
 *
 * @param typedCompany the company's name as the person typed it; empty if the person did not come by a request
 */
public record PendingMember(Applicant pending, String typedCompany) {

    /** Whether the person calls the company otherwise than the portal does. */
    public boolean namedOtherwise() {
        return !typedCompany.isEmpty()
                && !typedCompany.strip().equalsIgnoreCase(pending.companyName().strip());
    }
}
