package si.podpora.registration;

import static si.podpora.registration.Typed.line;

import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/**
 * The form that redeems an invitation.
 *
 * @param password as typed: every character counts
 */
record Redemption(
        String code,

        @NotEmpty(message = "registration.required.username")
        String username,

        @NotEmpty(message = "registration.required.password")
        String password,

        @NotEmpty(message = "registration.required.passwordConfirmation")
        String passwordConfirmation) {

    Redemption {
        code = Typed.code(code);
        username = line(username);
        password = orEmpty(password);
        passwordConfirmation = orEmpty(passwordConfirmation);
    }

    /** Neither the code nor the password. */
    @Override
    public String toString() {
        return "Redemption[" + username + "]";
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
