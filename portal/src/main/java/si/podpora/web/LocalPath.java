package si.podpora.web;

import java.nio.charset.StandardCharsets;

/** A path inside the portal to go to next; anything that could lead elsewhere becomes the home page. */
public final class LocalPath {

    private LocalPath() {}

    /** The path if it stays inside the portal, as a header can bear it; else, and for the way out, {@code /}. */
    public static String of(String wanted) {
        var inside = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().noneMatch(c -> c < ' ' || c == '\\' || c == 127);
        return inside && !wanted.equals("/sign-out") ? ascii(wanted) : "/";
    }

    /** What is not ASCII, percent-encoded (RFC 3986 section 2.1); what is encoded already stays. */
    private static String ascii(String path) {
        if (path.chars().allMatch(c -> c > ' ' && c < 127)) {
            return path;
        }
        var encoded = new StringBuilder(path.length() + 16);
        for (var octet : path.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 127) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(String.format("%02X", octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
