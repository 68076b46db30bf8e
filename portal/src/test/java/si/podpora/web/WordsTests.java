package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles are complete in both languages and say what the code asks for. */
class WordsTests {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z]+\\.[A-Za-z0-9.]+[A-Za-z0-9])\"");

    private final Words words = new Words();

    static Stream<String> features() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> !file.contains("_"))
                    .map(file -> file.replace(".properties", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void bothLanguagesHaveTheSameKeysAndArguments(String feature) throws IOException {
        var slovenian = bundle(feature);
        var english = bundle(feature + "_en");
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(slovenian.stringPropertyNames()));
        for (var key : slovenian.stringPropertyNames()) {
            assertThat(key).startsWith(feature.replaceFirst("-.*", "") + ".");
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(slovenian.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(english.getProperty(key), Locale.ENGLISH))
                    .as(key)
                    .isEqualTo(arguments(slovenian.getProperty(key), Locale.of("sl")));
        }
    }

    @Test
    void whatTheTemplatesAndTheCodeSayIsInTheBundles() throws IOException {
        var missing = new ArrayList<String>();
        try (var files = Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var said = SAID.matcher(Files.readString(file));
                while (said.find()) {
                    if (!words.has(said.group(1))) {
                        missing.add(file.getFileName() + ": " + said.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void slovenianCountsWithItsDual() {
        var slovenian = Locale.of("sl");
        var said = List.of(1, 2, 3, 5, 33, 101, 102).stream()
                .map(n -> words.say(slovenian, "web.ago.seconds", "n", n))
                .toList();
        assertThat(said)
                .containsExactly(
                        "1 sekundo nazaj",
                        "2 sekundi nazaj",
                        "3 sekunde nazaj",
                        "5 sekund nazaj",
                        "33 sekund nazaj",
                        "101 sekundo nazaj",
                        "102 sekundi nazaj");
    }

    private static TreeSet<String> arguments(String pattern, Locale language) {
        return pattern.contains("{")
                ? new TreeSet<>(new MessageFormat(pattern, language).getArgumentNames())
                : new TreeSet<>();
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
