package si.podpora.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The size of a WebP picture (RFC 9649 section 2). Java has no decoder for it, so that the picture itself is
 * shown, made smaller by the browser.
 */
final class WebpSize {

    private static final long MOST_BYTES = 3 * 1024 * 1024;
    private static final int SIDE = 320;

    private WebpSize() {}

    /** Null if it is too large to be shown as it is, or damaged. */
    static Attachment.@Nullable Preview preview(Path picture) throws IOException {
        if (Files.size(picture) > MOST_BYTES) {
            return null;
        }
        byte[] head;
        try (var in = Files.newInputStream(picture)) {
            head = in.readNBytes(30);
        }
        if (head.length < 30) {
            return null;
        }
        var bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(head, 12, 4, java.nio.charset.StandardCharsets.US_ASCII)) {
            case "VP8 " -> scaled(bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF);
            case "VP8L" -> scaled((bytes.getInt(21) & 0x3FFF) + 1, (bytes.getInt(21) >> 14 & 0x3FFF) + 1);
            case "VP8X" -> scaled((bytes.getInt(24) & 0xFFFFFF) + 1, (bytes.getInt(26) >>> 8) + 1);
            default -> null;
        };
    }

    private static Attachment.@Nullable Preview scaled(int width, int height) {
        if (width == 0 || height == 0) {
            return null;
        }
        var scale = Math.min(1.0, (double) SIDE / Math.max(width, height));
        return new Attachment.Preview("image/webp", Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int)
                Math.round(height * scale)));
    }
}
