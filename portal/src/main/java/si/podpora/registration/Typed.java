package si.podpora.registration;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type or paste, tidied up before it is judged. */
final class Typed {

    /** An address that mail can reach: the domain has a dot. What else is right, only a mail sent to it tells. */
    static final String ADDRESS = "[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+";

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern NOT_OF_A_CODE = Pattern.compile("[^A-Za-z0-9_-]+");

    private Typed() {}

    /** One line, without the space around it; empty if the field did not come. */
    static String line(@Nullable String typed) {
        return typed == null ? "" : BREAKS.matcher(typed).replaceAll(" ").strip();
    }

    /** A code without the spaces and line breaks that mail programs put into it. */
    static String code(@Nullable String typed) {
        return typed == null ? "" : NOT_OF_A_CODE.matcher(typed).replaceAll("");
    }
}
