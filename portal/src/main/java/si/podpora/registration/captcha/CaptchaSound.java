package si.podpora.registration.captcha;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Speaks codes in one language, from the clips in {@code captcha/<language>/}. */
final class CaptchaSound {

    static final Set<String> LANGUAGES = Set.of("sl", "en", "hr", "sr", "de");

    private static final String INTRO = "intro";
    private static final Map<String, CaptchaSound> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Map<String, short[]> clips;

    private CaptchaSound(String language) {
        clips = Stream.concat(Stream.of(INTRO), CaptchaCode.ALPHABET.chars().mapToObj(Character::toString))
                .collect(toUnmodifiableMap(Function.identity(), name -> clip(language, name)));
    }

    /** The reader's language, or English. */
    static CaptchaSound in(Locale reader) {
        String language = reader.getLanguage();
        return BY_LANGUAGE.computeIfAbsent(LANGUAGES.contains(language) ? language : "en", CaptchaSound::new);
    }

    /** The code twice, each time after the intro; the same seed makes the same sound. */
    byte[] wav(String code, long seed) {
        var random = new Random(seed);
        var track = new SoundTrack(random);
        for (int round = 0; round < 2; round++) {
            track.pause(round == 0 ? 300 : 1_000);
            track.play(clip(INTRO));
            for (char character : code.toCharArray()) {
                track.pause(450 + random.nextInt(400));
                track.play(clip(String.valueOf(character)));
            }
        }
        track.pause(300);
        return track.wav();
    }

    private short[] clip(String name) {
        return Objects.requireNonNull(clips.get(name));
    }

    private static short[] clip(String language, String name) {
        URL url = Objects.requireNonNull(CaptchaSound.class.getResource("/captcha/" + language + "/" + name + ".wav"));
        try (AudioInputStream in = AudioSystem.getAudioInputStream(url)) {
            return SoundTrack.samples(in);
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new IllegalStateException("cannot read " + url, e);
        }
    }
}
