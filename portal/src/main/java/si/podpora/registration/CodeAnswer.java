package si.podpora.registration;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;

/**
 * What somebody read off the picture, or heard.
 *
 * @param captcha which picture; null if the form does not say
 */
record CodeAnswer(@Nullable UUID captcha, String typed) {

    /** The field that the code is typed into. */
    static final String FIELD = "captchaCode";

    static final FieldProblem WRONG = FieldProblem.of(FIELD, "registration.captcha.wrong");

    static CodeAnswer in(Form form) {
        return new CodeAnswer(uuid(form.value("captcha")).orElse(null), form.value(FIELD));
    }

    boolean isMissing() {
        return typed.isBlank();
    }

    /** A key from a form; empty for what is none. */
    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
