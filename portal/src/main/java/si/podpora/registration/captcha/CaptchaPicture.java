package si.podpora.registration.captcha;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws a code: dark ink on light paper, which reads on a light and on a dark page. */
final class CaptchaPicture {

    static final int WIDTH = 240;
    static final int HEIGHT = 80;

    private static final double MARGIN = 14;
    private static final double GAP = 3;
    private static final double TALLEST = 0.56; // of the 100 units of an em: capitals of 41 pixels
    private static final Color PAPER = new Color(0xF3F5F8);
    private static final List<Color> INKS =
            List.of(new Color(0x1D3557), new Color(0x14532D), new Color(0x5B2333), new Color(0x3F2F6B));

    private final Random random;
    private final double waveX;
    private final double waveY;

    private CaptchaPicture(long seed) {
        random = new Random(seed);
        waveX = between(0, 2 * Math.PI);
        waveY = between(0, 2 * Math.PI);
    }

    /** The same seed draws the same picture, so that nobody can average the distortion away. */
    static byte[] png(String code, long seed) {
        return new CaptchaPicture(seed).draw(code);
    }

    private byte[] draw(String code) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setColor(PAPER);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        Color ink = INKS.get(random.nextInt(INKS.size()));
        canvas.setColor(ink);
        code(code).forEach(canvas::fill);
        canvas.setStroke(new BasicStroke(1.6f));
        canvas.draw(arc());
        canvas.draw(arc());
        canvas.setColor(PAPER);
        canvas.draw(arc());
        canvas.dispose();

        var png = new ByteArrayOutputStream(8192);
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private List<Shape> code(String code) {
        List<Shape> turned = code.chars().mapToObj(c -> turned((char) c)).toList();
        double width =
                turned.stream().mapToDouble(s -> s.getBounds2D().getWidth()).sum();
        double space = WIDTH - 2 * MARGIN - GAP * (turned.size() - 1);
        double scale = Math.min(TALLEST, space / width);
        double x = (WIDTH - scale * width - GAP * (turned.size() - 1)) / 2;
        List<Shape> placed = new ArrayList<>();
        for (Shape shape : turned) {
            var bounds = shape.getBounds2D();
            var place = AffineTransform.getTranslateInstance(x, HEIGHT / 2.0 + between(-5, 5));
            place.scale(scale, scale);
            place.translate(-bounds.getMinX(), -bounds.getCenterY());
            placed.add(warped(place.createTransformedShape(shape)));
            x += scale * bounds.getWidth() + GAP;
        }
        return placed;
    }

    private Shape turned(char character) {
        var turn = AffineTransform.getRotateInstance(Math.toRadians(between(-14, 14)));
        turn.shear(between(-0.15, 0.15), 0);
        double size = between(0.9, 1.1);
        turn.scale(size, size);
        return turn.createTransformedShape(CaptchaGlyphs.outline(character));
    }

    /** Bends the outline along two waves; straight lines are cut short first, else only their ends would move. */
    private Shape warped(Shape shape) {
        var bent = new Path2D.Double();
        double[] at = new double[6];
        double fromX = 0;
        double fromY = 0;
        for (var path = shape.getPathIterator(null, 0.2); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> bent.moveTo(bendX(at[0], at[1]), bendY(at[0], at[1]));
                case PathIterator.SEG_LINETO -> {
                    int steps = 1 + (int) (Math.hypot(at[0] - fromX, at[1] - fromY) / 3);
                    for (int i = 1; i <= steps; i++) {
                        double x = fromX + (at[0] - fromX) * i / steps;
                        double y = fromY + (at[1] - fromY) * i / steps;
                        bent.lineTo(bendX(x, y), bendY(x, y));
                    }
                }
                default -> bent.closePath();
            }
            fromX = at[0];
            fromY = at[1];
        }
        return bent;
    }

    private double bendX(double x, double y) {
        return x + 2.5 * Math.sin(y * 2 * Math.PI / 45 + waveX);
    }

    private double bendY(double x, double y) {
        return y + 4 * Math.sin(x * 2 * Math.PI / 95 + waveY);
    }

    private Shape arc() {
        return new QuadCurve2D.Double(0, between(10, 70), between(60, 180), between(-30, 110), WIDTH, between(10, 70));
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
