package si.podpora.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Pictograms of Bootstrap Icons, written into the page: no font to load. */
public final class Icons {

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Icons() {}

    /** The SVG of an icon by its name ("paperclip"); hidden from screen readers, a word stands beside it. */
    public static String svg(String name) {
        return KNOWN.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        var pattern = "classpath*:META-INF/resources/webjars/bootstrap-icons/*/icons/" + name + ".svg";
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (found.length == 0) {
                throw new IllegalArgumentException("No icon " + name);
            }
            return found[0].getContentAsString(StandardCharsets.UTF_8)
                    .strip()
                    .replaceFirst("<svg ", "<svg aria-hidden=\"true\" focusable=\"false\" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
