import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;

/**
 * Prints the outlines of the CAPTCHA's characters, 100 units to the em, the baseline at 0, once from a font file:
 * {@code java CaptchaGlyphs.java DejaVuSans-Bold.ttf > ../resources/captcha/glyphs.txt}
 */
void main(String[] arguments) throws Exception {
    Font font = Font.createFont(Font.TRUETYPE_FONT, new java.io.File(arguments[0])).deriveFont(100f);
    var context = new FontRenderContext(null, true, true);
    for (char character : "23456789FHKMR".toCharArray()) {
        var line = new StringBuilder().append(character);
        var path = font.createGlyphVector(context, String.valueOf(character)).getOutline().getPathIterator(null);
        double[] points = new double[6];
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(points);
            line.append(' ').append(switch (kind) {
                case PathIterator.SEG_MOVETO -> 'M';
                case PathIterator.SEG_LINETO -> 'L';
                case PathIterator.SEG_QUADTO -> 'Q';
                case PathIterator.SEG_CLOSE -> 'Z';
                default -> throw new IllegalStateException("TrueType outlines have no cubic curves");
            });
            int count = kind == PathIterator.SEG_CLOSE ? 0 : kind == PathIterator.SEG_QUADTO ? 4 : 2;
            for (int i = 0; i < count; i++) {
                line.append(' ').append(Math.round(points[i] * 10) / 10.0);
            }
        }
        IO.println(line);
    }
}
