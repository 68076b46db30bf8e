package si.podpora.cases;

/**
 * A case is being merged into another, in this transaction. Every feature that keeps something of a case moves it:
 * the row goes when all have heard.
 *
 * @param from key of the case that is taken up
 * @param into key of the case that stays
 */
public record CasesMerged(long from, long into) {}
