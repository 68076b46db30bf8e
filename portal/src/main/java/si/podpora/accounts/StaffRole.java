package si.podpora.accounts;

/** What a person of the help desk does. */
public enum StaffRole {
    AGENT,
    SUPERVISOR,
    TECHNICIAN,
    ADMINISTRATOR
}
