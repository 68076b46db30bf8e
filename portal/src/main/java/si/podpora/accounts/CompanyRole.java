package si.podpora.accounts;

/** What a person sees and does in a company, from least to most. */
public enum CompanyRole {
    /** The own cases only. */
    OWN,
    /** All the company's cases. */
    COMPANY,
    /** All the company's cases, and its people. */
    ADMINISTRATOR
}
