package si.podpora.mail;

/**
 * The organisation's colour in a letter, such that it can be read: mail programs know no
 * {@code color-mix()}, hence it is reckoned here (contrast as in WCAG 2.2, 1.4.3).
 *
 * @param button the colour itself
 * @param buttonInk words on the button
 * @param link links on white
 * @param linkOnDark links on the dark sheet
 */
public record LetterColours(String button, String buttonInk, String link, String linkOnDark) {

    private static final int WHITE = 0xffffff;
    private static final int INK = 0x1b2229;
    private static final int DARK_SHEET = 0x1c2227;
    private static final double READABLE = 4.5;

    /** @param accent CSS notation, {@code #0b5cad} */
    public static LetterColours of(String accent) {
        int colour = Integer.parseInt(accent.substring(1), 16);
        return new LetterColours(
                accent,
                css(contrast(colour, WHITE) >= READABLE ? WHITE : INK),
                css(readable(colour, WHITE, 0)),
                css(readable(colour, DARK_SHEET, WHITE)));
    }

    /** The colour, mixed with another one until it can be read. */
    private static int readable(int colour, int background, int with) {
        int mixed = colour;
        for (int percent = 5; percent <= 100 && contrast(mixed, background) < READABLE; percent += 5) {
            mixed = mix(colour, with, percent);
        }
        return mixed;
    }

    private static int mix(int colour, int with, int percent) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = ((colour >> shift & 0xff) * (100 - percent) + (with >> shift & 0xff) * percent) / 100;
            mixed |= channel << shift;
        }
        return mixed;
    }

    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String css(int colour) {
        return "#%06x".formatted(colour);
    }
}
