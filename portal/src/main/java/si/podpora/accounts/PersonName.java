package si.podpora.accounts;

/** What a part of a person's name may hold: it stands in mails to others, so it must not be an address to follow. */
public final class PersonName {

    /** Regular expression of what is allowed. */
    public static final String ALLOWED = "(?i)(?!.*www\\.)[^/:<>@\\\\]*";

    /** Message key for a name that is none. */
    public static final String INVALID = "accounts.name.invalid";

    private PersonName() {}
}
