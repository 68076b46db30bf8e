package si.podpora.accounts;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A browser and its system as people call them, from what it says of itself.
 *
 * @param browser product name; empty if not known
 * @param system product name; empty if not known
 */
public record Device(String browser, String system) {

    /** What only this browser says, the more particular first: nearly all say Safari, many say Chrome. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "Vivaldi",
            "Vivaldi",
            "SamsungBrowser",
            "Samsung Internet",
            "FxiOS",
            "Firefox",
            "Firefox",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Chromium",
            "Chromium",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    static Device of(String userAgent) {
        return new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... signsAndNames) {
        var names = new LinkedHashMap<String, String>();
        for (int i = 0; i < signsAndNames.length; i += 2) {
            names.put(signsAndNames[i], signsAndNames[i + 1]);
        }
        return names;
    }
}
