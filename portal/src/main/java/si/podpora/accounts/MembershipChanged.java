package si.podpora.accounts;

/**
 * A person may less in a company than before, or nothing any more; published in the transaction of the change,
 * so a listener takes part in it.
 */
public record MembershipChanged(long personId, long companyId) {}
