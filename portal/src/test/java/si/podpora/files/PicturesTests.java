package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.podpora.web.ProcessorWork;

class PicturesTests {

    @TempDir
    Path folder;

    private final Pictures pictures = new Pictures(new ProcessorWork());

    @Test
    void drawsASmallPictureAnew() throws IOException {
        var original = Samples.joined(Samples.jpeg(1600, 900), Samples.text("<script>alert(1)</script>"));
        assertThat(preview(original, "image/jpeg")).isEqualTo(new Attachment.Preview("image/jpeg", 320, 180));
        assertThat(Files.readString(drawn(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
        assertThat(ImageIO.read(drawn().toFile()).getWidth()).isEqualTo(320);
    }

    @Test
    void doesNotEnlargeAndKeepsTransparency() throws IOException {
        assertThat(preview(Samples.png(40, 30), "image/png")).isEqualTo(new Attachment.Preview("image/png", 40, 30));
        assertThat(preview(Samples.gif(), "image/gif")).isNotNull();
    }

    @ParameterizedTest(name = "held as {0}: the red half is at {1}")
    @CsvSource({"1, left", "2, right", "3, right", "4, left", "5, top", "6, top", "7, bottom", "8, bottom"})
    void standsUprightHoweverTheTelephoneWasHeld(int orientation, String redAt) throws IOException {
        var preview = preview(Samples.jpegHeld(orientation), "image/jpeg");
        var upright = orientation < 5;
        assertThat(preview).isEqualTo(new Attachment.Preview("image/jpeg", upright ? 200 : 100, upright ? 100 : 200));
        var picture = ImageIO.read(drawn().toFile());
        int x = redAt.equals("right") ? picture.getWidth() - 5 : 5;
        int y = redAt.equals("bottom") ? picture.getHeight() - 5 : 5;
        var colour = new Color(picture.getRGB(x, y));
        assertThat(colour.getRed()).isGreaterThan(200);
        assertThat(colour.getBlue()).isLessThan(60);
    }

    @Test
    void doesNotDecodeWhatWouldFillTheMemory() throws IOException {
        assertThat(preview(Samples.pixelBomb(), "image/png")).isNull();
    }

    @Test
    void showsNothingOfADamagedPicture() throws IOException {
        var whole = Samples.png(800, 600);
        assertThat(preview(Arrays.copyOf(whole, 60), "image/png")).isNull();
        assertThat(preview(Samples.text("GIF89a"), "image/gif")).isNull();
        assertThat(preview(Samples.pdf(), "application/pdf")).isNull();
    }

    @Test
    void readsTheSizeOfAWebpPicture() throws IOException {
        assertThat(preview(Samples.webp(1280, 960), "image/webp"))
                .isEqualTo(new Attachment.Preview("image/webp", 320, 240));
    }

    private Attachment.@Nullable Preview preview(byte[] content, String type) throws IOException {
        return pictures.preview(Files.write(folder.resolve("content"), content), type, drawn());
    }

    private Path drawn() {
        return folder.resolve("preview");
    }
}
