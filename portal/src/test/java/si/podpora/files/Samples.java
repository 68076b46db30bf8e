package si.podpora.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small real files of many kinds. */
public final class Samples {

    private Samples() {}

    public static byte[] png(int width, int height) {
        return picture("png", width, height, BufferedImage.TYPE_INT_ARGB);
    }

    static byte[] jpeg(int width, int height) {
        return picture("jpeg", width, height, BufferedImage.TYPE_INT_RGB);
    }

    static byte[] gif() {
        return picture("gif", 40, 30, BufferedImage.TYPE_BYTE_INDEXED);
    }

    /** A JPEG whose left half is red, with the EXIF orientation that telephones write. */
    static byte[] jpegHeld(int orientation) {
        var plain = jpeg(200, 100);
        var tiff = ByteBuffer.allocate(26).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
        var segment = ByteBuffer.allocate(2 + 2 + 6 + 26).order(ByteOrder.BIG_ENDIAN);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + 6 + 26));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return joined(Arrays.copyOf(plain, 2), segment.array(), Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** A PNG of a few bytes that claims to be enormous. */
    static byte[] pixelBomb() {
        var header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(60_000).putInt(60_000);
        header.put(new byte[] {8, 6, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        var chunk = ByteBuffer.allocate(25).putInt(13).put(header.array()).putInt((int) crc.getValue());
        return joined(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, chunk.array());
    }

    static byte[] webp(int width, int height) {
        var bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text("RIFF")).putInt(32).put(text("WEBPVP8X")).putInt(10).putInt(0);
        bytes.put(24, new byte[] {(byte) (width - 1), (byte) (width - 1 >> 8), 0});
        bytes.put(27, new byte[] {(byte) (height - 1), (byte) (height - 1 >> 8), 0});
        return bytes.array();
    }

    public static byte[] pdf() {
        return text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** A Windows program: a DOS header that points to a PE header. */
    public static byte[] exe() {
        var bytes = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text("MZ")).putInt(0x3C, 0x80);
        bytes.put(0x80, new byte[] {'P', 'E', 0, 0, 0x64, (byte) 0x86});
        return bytes.array();
    }

    static byte[] elf() {
        return joined(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, new byte[120]);
    }

    static byte[] machO() {
        return joined(new byte[] {(byte) 0xCF, (byte) 0xFA, (byte) 0xED, (byte) 0xFE, 7, 0, 0, 1}, new byte[120]);
    }

    static byte[] shortcut() {
        return joined(new byte[] {0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, (byte) 0xC0}, new byte[100]);
    }

    /** An OLE file whose root entry says: Windows installer, or a Word document of old. */
    static byte[] ole(boolean installer) {
        var bytes = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        bytes.putShort(0x1E, (short) 9).putInt(0x30, 1);
        var root = 1024;
        bytes.put(root, "Root Entry".getBytes(StandardCharsets.UTF_16LE));
        bytes.putInt(root + 0x50, installer ? 0x000C1084 : 0x00020906);
        bytes.put(root + 0x58, new byte[] {(byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46});
        return bytes.array();
    }

    static byte[] iso() {
        var bytes = new byte[40_000];
        System.arraycopy(text("\u0001CD001\u0001"), 0, bytes, 32768, 7);
        return bytes;
    }

    static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("<a/>"));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] picture(String format, int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        var drawing = picture.createGraphics();
        drawing.setColor(Color.BLUE);
        drawing.fillRect(0, 0, width, height);
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, width / 2, height);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
