package si.podpora.registration.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CaptchaPictureTests {

    @Test
    void isAPngOfTheGivenSizeAndSmall() throws IOException {
        byte[] png = CaptchaPicture.png("M7KR4H", 1);

        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(png).hasSizeLessThan(16_000);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(240);
        assertThat(image.getHeight()).isEqualTo(80);
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(CaptchaPicture.png("M7KR4H", 1)).isEqualTo(CaptchaPicture.png("M7KR4H", 1));
        assertThat(CaptchaPicture.png("M7KR4H", 1)).isNotEqualTo(CaptchaPicture.png("M7KR4H", 2));
        assertThat(CaptchaPicture.png("M7KR4H", 1)).isNotEqualTo(CaptchaPicture.png("M7KR4F", 1));
    }

    /** The widest code and every character: only the arcs reach the edges, and nothing fills the picture. */
    @Test
    void everyCharacterFits() throws IOException {
        for (String code : new String[] {"MMMMMM", "222222", "234567", "89FHKM", "MRH349"}) {
            for (int seed = 0; seed < 50; seed++) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(CaptchaPicture.png(code, seed)));
                assertThat(inked(image)).as(code).isBetween(1_500, 9_000);
                assertThat(inkedInRow(image, 0) + inkedInRow(image, 79))
                        .as(code)
                        .isLessThan(120);
            }
        }
    }

    private static int inked(BufferedImage image) {
        return IntStream.range(0, image.getHeight())
                .map(y -> inkedInRow(image, y))
                .sum();
    }

    private static int inkedInRow(BufferedImage image, int y) {
        return (int) IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, y) >> 8 & 0xFF) < 0x90)
                .count();
    }
}
