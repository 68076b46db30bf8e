package si.podpora.helpdesk;

/**
 * What the keys in a filter stand for; empty for those that it does not have, and for those that nothing has.
 */
public record FilterNames(String owner, String company, String tag) {}
