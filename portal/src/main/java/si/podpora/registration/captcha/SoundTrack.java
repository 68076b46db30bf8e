package si.podpora.registration.captcha;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Clips one after the other over a light noise, each a little faster or slower, so that no two samples are equal. */
final class SoundTrack {

    /** 16 kHz mono 16 bit, little-endian: the clips and what is made of them. */
    static final AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, false);

    private static final int NOISE = 400; // of 32767, 38 dB below full level: heard, but behind the words

    private final Random random;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    private double noise;

    SoundTrack(Random random) {
        this.random = random;
    }

    /** The samples of a clip, which must be in {@link #FORMAT}. */
    static short[] samples(AudioInputStream clip) throws IOException {
        if (!clip.getFormat().matches(FORMAT)) {
            throw new IOException(clip.getFormat() + " is not " + FORMAT);
        }
        var samples = ByteBuffer.wrap(clip.readAllBytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        short[] array = new short[samples.remaining()];
        samples.get(array);
        return array;
    }

    void pause(int milliseconds) {
        for (int i = 0; i < milliseconds * 16; i++) {
            add(0);
        }
    }

    void play(short[] clip) {
        double speed = 0.95 + random.nextDouble() * 0.1;
        for (double at = 0; at < clip.length - 1; at += speed) {
            int before = (int) at;
            add(clip[before] + (at - before) * (clip[before + 1] - clip[before]));
        }
    }

    byte[] wav() {
        byte[] samples = bytes.toByteArray();
        var wav = new ByteArrayOutputStream(samples.length + 64);
        try {
            var track = new AudioInputStream(new ByteArrayInputStream(samples), FORMAT, samples.length / 2);
            AudioSystem.write(track, AudioFileFormat.Type.WAVE, wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wav.toByteArray();
    }

    /** The noise wanders, so that more of it lies below the frequencies of speech. */
    private void add(double sample) {
        noise = 0.7 * noise + (random.nextDouble() * 2 - 1) * NOISE;
        int value = (int) Math.clamp(Math.round(sample + noise), Short.MIN_VALUE, Short.MAX_VALUE);
        bytes.write(value);
        bytes.write(value >> 8);
    }
}
