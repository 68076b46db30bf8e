package si.podpora.licences;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import si.podpora.web.ProcessorWork;

/**
 * Reads the QR code of a photo, for browsers that cannot. The size is read before anything is decoded, and only
 * as many pixels are decoded as a code needs.
 */
@Component
class QrPhotos {

    /** Bytes of a photo: what a phone makes. */
    static final int LARGEST = 20_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(QrPhotos.class);
    private static final long MOST_PIXELS = 60_000_000;
    private static final int SIDE = 2400;
    private static final Map<DecodeHintType, ?> HINTS = Map.of(
            DecodeHintType.TRY_HARDER, true,
            DecodeHintType.ALSO_INVERTED, true,
            DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

    private final ProcessorWork processors;

    QrPhotos(ProcessorWork processors) {
        this.processors = processors;
    }

    /** Whether these bytes begin as a photo does: JPEG, PNG or GIF. */
    static boolean isPhoto(byte[] bytes) {
        return begins(bytes, 0xff, 0xd8, 0xff) || begins(bytes, 0x89, 'P', 'N', 'G') || begins(bytes, 'G', 'I', 'F');
    }

    /** What its code says; empty if there is none, or the picture is damaged. */
    Optional<String> read(byte[] photo) {
        return processors.run(() -> picture(photo).flatMap(QrPhotos::text));
    }

    private static Optional<String> text(BufferedImage picture) {
        // What is blurred, or was taken from a screen, is often read when it is smaller.
        return code(picture).or(() -> code(half(picture)));
    }

    private static Optional<String> code(BufferedImage picture) {
        LuminanceSource source = new RGBLuminanceSource(
                picture.getWidth(),
                picture.getHeight(),
                picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
        return code(source).or(() -> code(source.invert()));
    }

    private static Optional<String> code(LuminanceSource source) {
        try {
            var bitmap = new BinaryBitmap(new HybridBinarizer(source));
            return Optional.of(new QRCodeReader().decode(bitmap, HINTS).getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }

    private static BufferedImage half(BufferedImage picture) {
        var width = Math.max(1, picture.getWidth() / 2);
        var height = Math.max(1, picture.getHeight() / 2);
        var half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var drawing = half.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(picture, 0, 0, width, height, null);
        drawing.dispose();
        return half;
    }

    private static Optional<BufferedImage> picture(byte[] photo) {
        try (var bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
            var readers = ImageIO.getImageReaders(bytes);
            return readers.hasNext() ? decode(readers.next(), bytes) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // ImageIO throws both at damaged pictures. The person is told that nothing could be read.
            LOG.debug("A damaged picture", e);
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> decode(ImageReader reader, MemoryCacheImageInputStream bytes)
            throws IOException {
        try {
            reader.setInput(bytes, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            var step = Math.max(1, Math.ceilDiv(Math.max(width, height), SIDE));
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(reader.read(0, parameters));
        } finally {
            reader.dispose();
        }
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int index = 0; index < with.length; index++) {
            if ((bytes[index] & 0xff) != with[index]) {
                return false;
            }
        }
        return true;
    }
}
