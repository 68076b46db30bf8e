package si.podpora.registration.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptchaSoundTests {

    private static final String SHORTEST_AND_LONGEST = "5858KM";

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en", "hr", "sr", "de"})
    void speaksTheCodeTwiceInEveryLanguage(String language) throws Exception {
        byte[] wav = CaptchaSound.in(Locale.of(language)).wav(SHORTEST_AND_LONGEST, 1);

        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(in.getFormat().matches(SoundTrack.FORMAT)).isTrue();
            assertThat(in.getFrameLength() / in.getFormat().getFrameRate()).isBetween(12f, 30f);
            assertThat(wav).hasSizeLessThan(1_000_000);
            assertThat(runsOfSpeech(SoundTrack.samples(in))).isGreaterThanOrEqualTo(14);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sl", "en", "hr", "sr", "de"})
    void everyCharacterHasItsOwnClip(String language) {
        var sound = CaptchaSound.in(Locale.of(language));
        assertThat(CaptchaCode.ALPHABET
                        .chars()
                        .mapToObj(c -> Character.toString(c).repeat(6)))
                .extracting(code -> sound.wav(code, 1).length)
                .doesNotHaveDuplicates();
    }

    @Test
    void fallsBackToEnglish() {
        assertThat(CaptchaSound.in(Locale.JAPANESE)).isSameAs(CaptchaSound.in(Locale.ENGLISH));
        assertThat(CaptchaSound.in(Locale.of("sl", "SI"))).isNotSameAs(CaptchaSound.in(Locale.ENGLISH));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        var sound = CaptchaSound.in(Locale.of("sl"));
        assertThat(sound.wav("M7KR4H", 1)).isEqualTo(sound.wav("M7KR4H", 1));
        assertThat(sound.wav("M7KR4H", 1)).isNotEqualTo(sound.wav("M7KR4H", 2));
    }

    /** Words and parts of words between the pauses, of which the shortest lasts 450 ms. */
    private static int runsOfSpeech(short[] samples) {
        int runs = 0;
        int quiet = Integer.MAX_VALUE / 2;
        for (short sample : samples) {
            if (Math.abs(sample) > 4_000) {
                if (quiet > 0.4 * SoundTrack.FORMAT.getSampleRate()) {
                    runs++;
                }
                quiet = 0;
            } else {
                quiet++;
            }
        }
        return runs;
    }
}
