package si.podpora.accounts;

import java.util.Arrays;
import java.util.Locale;
import si.podpora.web.Refusal;

/** What a person sees and does in a company, from least to most. */
public enum CompanyRole {
    /** The own cases only. */
    OWN,
    /** All the company's cases. */
    COMPANY,
    /** All the company's cases, and its people. */
    ADMINISTRATOR;

    /** As stored and as forms send it: {@code own}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static CompanyRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * What somebody has chosen in a form.
     *
     * @throws Refusal.NotFound for what no form offers
     */
    public static CompanyRole chosen(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }
}
