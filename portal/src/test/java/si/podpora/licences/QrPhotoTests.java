package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;
import si.podpora.activation.verifier.RequestFile;

/** A photo of the QR code that a program shows, from browsers that read none themselves. */
class QrPhotoTests extends LicenceTests {

    private static final int NOT_FOUND_IN_THE_PICTURE = 422;

    @Test
    void aPhotoThatIsTurnedIsRead() throws Exception {
        var code = LicenceStage.code(3);
        var answer = sent(photo(RequestFile.write(code), 0.3, "jpeg"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Potrditev aktivacije", code.text());
    }

    @Test
    void aScreenshotOfTheBareCodeIsReadToo() throws Exception {
        assertThat(sent(photo(LicenceStage.code(4).text(), 0, "png")).text())
                .contains(LicenceStage.code(4).text());
    }

    @Test
    void aPictureThatShowsNoneIsTold() throws Exception {
        var empty = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        assertTold(sent(bytes(empty, "png")), "ni bilo mogoče prebrati kode QR");
        assertTold(sent(photo("https://example.com/", 0, "png")), "znak");
    }

    @Test
    void aDamagedPictureIsTold() throws Exception {
        var photo = photo(LicenceStage.code(5).text(), 0, "jpeg");
        assertTold(sent(Arrays.copyOf(photo, 300)), "ni bilo mogoče prebrati kode QR");
        var mangled = photo.clone();
        Arrays.fill(mangled, 4, 200, (byte) 0x7f);
        assertTold(sent(mangled), "ni bilo mogoče prebrati kode QR");
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsNotDecoded() throws Exception {
        var photo = photo(LicenceStage.code(6).text(), 0, "png");
        // The size of a PNG stands in its first chunk.
        ByteBuffer.wrap(photo).putInt(16, 60_000).putInt(20, 60_000);
        assertTold(sent(photo), "ni bilo mogoče prebrati kode QR");
    }

    private static void assertTold(Visitor.Answer answer, String words) {
        assertThat(answer.status()).isEqualTo(NOT_FOUND_IN_THE_PICTURE);
        assertThat(answer.page().select("#request-error").text()).contains(words);
    }

    private Visitor.Answer sent(byte[] photo) {
        var licence = stage().licence(cast.kovinar(), 2);
        cast.janez();
        var janez = as("janez");
        return LicenceStage.review(janez, licence, photo);
    }

    /** A code in the middle of something grey, turned by an angle. */
    private static byte[] photo(String text, double angle, String format) throws Exception {
        var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 500, 500);
        var photo = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var drawing = photo.createGraphics();
        drawing.setColor(Color.GRAY);
        drawing.fillRect(0, 0, 1600, 1200);
        drawing.rotate(angle, 800, 600);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                drawing.setColor(matrix.get(x, y) ? Color.BLACK : Color.WHITE);
                drawing.fillRect(550 + x, 350 + y, 1, 1);
            }
        }
        drawing.dispose();
        return bytes(photo, format);
    }

    private static byte[] bytes(BufferedImage picture, String format) throws Exception {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
