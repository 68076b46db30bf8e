package si.podpora.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** How a file is offered for saving. */
final class Download {

    /** What a browser might run or draw if it were ever to open the download in place. */
    private static final Set<String> ACTIVE = Set.of("html", "xml", "svg", "script", "mhtml", "multipart", "rfc822");

    /** RFC 8187 section 3.2.1, attr-char; letters and digits come on top. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Download() {}

    /** The type to tell the browser: that of the content, unless it could be run. */
    static String type(String mediaType) {
        var lower = mediaType.toLowerCase(Locale.ROOT);
        return ACTIVE.stream().anyMatch(lower::contains) ? "application/octet-stream" : lower;
    }

    /** RFC 6266 with both forms of the name: plain letters for old browsers, and the name itself. */
    static String disposition(String name) {
        var plain = new StringBuilder();
        var coded = new StringBuilder();
        name.codePoints()
                .map(c -> c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .forEach(plain::appendCodePoint);
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                coded.append(c);
            } else {
                coded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + coded;
    }
}
