package si.podpora.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How a telephone was held when it took the picture: EXIF 2.32 section 4.6.4, tag 0x0112. */
final class JpegOrientation {

    private static final int APP1 = 0xFFE1;
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private JpegOrientation() {}

    /** 1 to 8; 1, upright, if the picture does not say. */
    static int of(Path picture) throws IOException {
        byte[] head;
        try (var in = new DataInputStream(Files.newInputStream(picture))) {
            head = in.readNBytes(256 * 1024);
        }
        var bytes = ByteBuffer.wrap(head);
        // Segments follow the two bytes of the start: a marker, then a length that counts itself.
        for (int at = 2; at + 4 <= head.length; ) {
            var marker = bytes.getShort(at) & 0xFFFF;
            var length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker < 0xFFC0 || marker == 0xFFDA || length < 2) {
                return 1;
            }
            var end = Math.min(head.length, at + 2 + length);
            if (marker == APP1 && at + 10 <= end && Arrays.equals(head, at + 4, at + 10, EXIF, 0, 6)) {
                return orientation(bytes.slice(at + 10, end - at - 10));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int orientation(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            var at = directory + 2 + 12 * i;
            if (at > tiff.limit() - 12) {
                return 1;
            }
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                var value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
