package si.podpora.accounts;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords as Argon2id hashes: 19456 KiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
@Component
public class Passwords {

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private final String nobodys = argon2.encode("nobody's password");

    /** The hash to store; takes some 20 milliseconds, so it is made before a transaction begins. */
    public String hash(String password) {
        return java.util.Objects.requireNonNull(argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return argon2.matches(password, hash);
    }

    /** Takes as long as a real check, for names that nobody bears. */
    void matchesNobody(String password) {
        argon2.matches(password, nobodys);
    }
}
