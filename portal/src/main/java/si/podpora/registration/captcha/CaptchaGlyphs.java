package si.podpora.registration.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;

/**
 * The outlines of the characters, 100 units to the em with the baseline at 0, from {@code captcha/glyphs.txt}: a server
 * may have no fonts, and without any Java cannot draw text at all.
 */
final class CaptchaGlyphs {

    private static final Map<Character, Shape> OUTLINES = load();

    private CaptchaGlyphs() {}

    static Shape outline(char character) {
        return Objects.requireNonNull(OUTLINES.get(character));
    }

    private static Map<Character, Shape> load() {
        var source = Objects.requireNonNull(CaptchaGlyphs.class.getResourceAsStream("/captcha/glyphs.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(source, UTF_8))) {
            var outlines = new HashMap<Character, Shape>();
            lines.lines().forEach(line -> outlines.put(line.charAt(0), path(line.substring(1))));
            return outlines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shape path(String commands) {
        var path = new Path2D.Double();
        try (var in = new Scanner(commands)) {
            while (in.hasNext()) {
                switch (in.next()) {
                    case "M" -> path.moveTo(number(in), number(in));
                    case "L" -> path.lineTo(number(in), number(in));
                    case "Q" -> path.quadTo(number(in), number(in), number(in), number(in));
                    case "Z" -> path.closePath();
                    default -> throw new IllegalStateException("unknown command in glyphs.txt");
                }
            }
        }
        return path;
    }

    private static double number(Scanner in) {
        return Double.parseDouble(in.next());
    }
}
