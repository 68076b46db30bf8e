package si.podpora.helpdesk;

/** A person of the help desk. */
public record Assignee(long id, String name) {}
