package si.podpora.accounts;

import static java.util.Objects.requireNonNull;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import si.podpora.web.ProcessorWork;

/** Passwords as Argon2id hashes: 19456 KiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
@Component
public class Passwords {

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private final ProcessorWork processors;
    private final String nobodys;

    Passwords(ProcessorWork processors) {
        this.processors = processors;
        nobodys = hash("nobody's password");
    }

    /** The hash to store; takes some 20 milliseconds, so it is made before a transaction begins. */
    public String hash(String password) {
        return processors.run(() -> requireNonNull(argon2.encode(password)));
    }

    boolean matches(String password, String hash) {
        return processors.run(() -> argon2.matches(password, hash));
    }

    /** Takes as long as a real check, for names that nobody bears. */
    void matchesNobody(String password) {
        matches(password, nobodys);
    }
}
