package si.podpora.accounts;

/**
 * A person has been admitted to a company; published in the transaction that admits, so a listener takes
 * part in it.
 */
public record PersonAdmitted(long personId, long companyId) {}
