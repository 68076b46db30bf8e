package si.podpora.files;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import si.podpora.web.ProcessorWork;

/**
 * Small pictures of uploaded pictures, drawn anew: nothing of the uploaded bytes reaches a page. The size is
 * read before anything is decoded, and only as many pixels are decoded as the small picture needs.
 */
@Component
class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final int SIDE = 320;
    private static final long MOST_PIXELS = 60_000_000;
    private static final Map<String, String> DECODERS = Map.of(
            "image/jpeg", "jpeg",
            "image/png", "png",
            "image/gif", "gif");

    /** Java has no decoder for it. */
    static final String SHOWN_AS_IT_IS = "image/webp";

    private final ProcessorWork processors;

    Pictures(ProcessorWork processors) {
        this.processors = processors;
        ImageIO.setUseCache(false);
    }

    /**
     * Draws the small picture of a file.
     *
     * @param preview where it is written to
     * @return null if the file is no picture that can be shown
     */
    Attachment.@Nullable Preview preview(Path content, String mediaType, Path preview) throws IOException {
        if (mediaType.equals(SHOWN_AS_IT_IS)) {
            return WebpSize.preview(content);
        }
        var decoder = DECODERS.get(mediaType);
        if (decoder == null) {
            return null;
        }
        var small = processors.run(() -> draw(content, decoder, mediaType));
        return small == null ? null : write(small, preview);
    }

    private static @Nullable BufferedImage draw(Path content, String decoder, String mediaType) {
        try {
            var picture = decode(content, decoder);
            return picture == null ? null : upright(picture, content, mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable BufferedImage decode(Path content, String decoder) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(decoder);
        var reader = readers.next();
        try (var bytes = ImageIO.createImageInputStream(content.toFile())) {
            reader.setInput(bytes, true, true);
            return small(reader);
        } catch (IOException | RuntimeException e) {
            // ImageIO throws both at damaged pictures. The file is kept as it is; there is nothing to show.
            LOG.debug("No preview of a damaged picture", e);
            return null;
        } finally {
            reader.dispose();
        }
    }

    private static @Nullable BufferedImage small(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return null;
        }
        var step = Math.max(1, Math.max(width, height) / (2 * SIDE));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage upright(BufferedImage picture, Path content, String mediaType) throws IOException {
        var turn = mediaType.equals("image/jpeg") ? JpegOrientation.of(content) : 1;
        var scale = Math.min(1.0, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var result = turn >= 5 ? new BufferedImage(height, width, type) : new BufferedImage(width, height, type);
        var drawing = result.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.transform(turned(turn, width, height));
        drawing.drawImage(picture, 0, 0, width, height, null);
        drawing.dispose();
        return result;
    }

    /** How a picture of this size is turned and mirrored, by the orientation in its EXIF data (1 to 8). */
    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Attachment.Preview write(BufferedImage picture, Path preview) throws IOException {
        var format = picture.getColorModel().hasAlpha() ? "png" : "jpeg";
        try (var out = Files.newOutputStream(preview)) {
            if (!ImageIO.write(picture, format, out)) {
                throw new IOException("No encoder for " + format);
            }
        }
        return new Attachment.Preview("image/" + format, picture.getWidth(), picture.getHeight());
    }
}
