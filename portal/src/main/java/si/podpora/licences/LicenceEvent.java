package si.podpora.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.podpora.web.Page;

/**
 * Something that happened to a licence.
 *
 * @param internal whether only the help desk sees it
 * @param actor who did it; empty: no person
 * @param byStaff whether it was somebody of the help desk
 * @param serialNumber of the activation that it is about; 0 for none
 * @param detail what was changed, or why it was refused
 * @param reason as the person gave it; empty for none
 */
public record LicenceEvent(
        Kind kind,
        boolean internal,
        String actor,
        boolean byStaff,
        long serialNumber,
        String detail,
        String reason,
        Instant at) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** Whether what nobody did was done by a program that is online; else the portal itself did it. */
    public boolean byProgram() {
        return kind == Kind.ACTIVATED || kind == Kind.RENEWED || kind == Kind.REFUSED;
    }

    /** What was changed, days as the reader writes them. */
    public String detail(Page page) {
        return kind == Kind.EXTENDED
                ? DAY.matcher(detail)
                        .replaceAll(day -> Matcher.quoteReplacement(page.day(LocalDate.parse(day.group()))))
                : detail;
    }

    /** What happened. */
    public enum Kind {
        ISSUED,
        ACTIVATED,
        /** A new file for an installation that was active: the licence or a component had changed. */
        RENEWED,
        RELEASED,
        REFUSED,
        BLOCKED,
        UNBLOCKED,
        EXTENDED,
        MOVED,
        LIMIT_CHANGED;

        /** As it is stored. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the words. */
        public String words() {
            return "licences.event." + code();
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
