package si.podpora.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every visible word, from {@code messages/<feature>.properties} (Slovenian) and
 * {@code messages/<feature>_<language>.properties}. Texts with arguments are ICU patterns, so that the
 * Slovenian dual comes out right.
 */
@Component
public class Words {

    /** The languages that the portal speaks, the default one first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.of("sl"), Locale.ENGLISH);

    private final Map<String, Map<String, Text>> byLanguage = new HashMap<>();
    private final Map<Count, String> counts = new ConcurrentHashMap<>();

    Words() {
        for (var language : LANGUAGES) {
            var suffix = language.equals(LANGUAGES.getFirst()) ? "" : "_" + language.getLanguage();
            byLanguage.put(language.getLanguage(), load(suffix, language));
        }
    }

    /** The language among ours that is nearest to the wish; Slovenian when none is. */
    public static Locale nearest(Locale wish) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wish.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    /**
     * The text of a key.
     *
     * @param arguments names and values in turn: {@code "name", "Janez", "count", 3}
     * @throws IllegalArgumentException if the key is in no bundle
     */
    public String say(Locale locale, String key, Object... arguments) {
        var text = texts(locale).get(key);
        if (text == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        return text.say(arguments);
    }

    /** The text of a key with one small number, {@code n}; kept, because the same few are said again and again. */
    String count(Locale locale, String key, long n) {
        return counts.computeIfAbsent(new Count(locale, key, n), ignored -> say(locale, key, "n", n));
    }

    private record Count(Locale locale, String key, long n) {}

    /** Whether there are words for a key. */
    public boolean has(String key) {
        return texts(LANGUAGES.getFirst()).containsKey(key);
    }

    private Map<String, Text> texts(Locale locale) {
        var texts = byLanguage.get(locale.getLanguage());
        return texts != null ? texts : Objects.requireNonNull(byLanguage.get("sl"));
    }

    private static Map<String, Text> load(String suffix, Locale language) {
        var texts = new HashMap<String, Text>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*" + suffix + ".properties")) {
                var file = String.valueOf(resource.getFilename());
                if (suffix.isEmpty() && file.contains("_")) {
                    continue;
                }
                var properties = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, Text.of((String) text, language)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private record Text(
            String pattern,
            @org.jspecify.annotations.Nullable MessageFormat format) {

        static Text of(String pattern, Locale language) {
            return new Text(pattern, pattern.contains("{") ? new MessageFormat(pattern, language) : null);
        }

        String say(Object... arguments) {
            if (format == null) {
                return pattern;
            }
            var named = HashMap.<String, Object>newHashMap(arguments.length / 2);
            for (int i = 0; i < arguments.length; i += 2) {
                named.put((String) arguments[i], arguments[i + 1]);
            }
            // The format is not safe for several threads, and a clone reads the language's data anew.
            synchronized (format) {
                return format.format(named);
            }
        }
    }
}
