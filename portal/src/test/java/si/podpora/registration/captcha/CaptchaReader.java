package si.podpora.registration.captcha;

import java.util.UUID;

/** Reads the codes in the pictures for the tests, which have no eyes. */
public final class CaptchaReader {

    private CaptchaReader() {}

    public static String read(Captchas captchas, String id) {
        return captchas.code(UUID.fromString(id));
    }
}
