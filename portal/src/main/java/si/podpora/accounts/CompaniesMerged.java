package si.podpora.accounts;

/**
 * One company has been taken up by another; published in the transaction that merges, so that every feature
 * moves what it keeps of the company.
 *
 * @param from key of the company that is no more
 * @param into key of the one that is left
 */
public record CompaniesMerged(long from, long into) {}
