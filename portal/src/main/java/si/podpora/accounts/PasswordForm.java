package si.podpora.accounts;

import java.util.Optional;
import si.podpora.web.FieldProblem;

/** A new password is typed twice. */
public final class PasswordForm {

    private PasswordForm() {}

    /** What is wrong if both are not the same; to be reported on the field {@code passwordConfirmation}. */
    public static Optional<FieldProblem> difference(String password, String confirmation) {
        return password.equals(confirmation)
                ? Optional.empty()
                : Optional.of(FieldProblem.of("passwordConfirmation", "accounts.password.different"));
    }
}
