package si.podpora.accounts;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id hashes: 19456 KiB, two passes, one lane (OWASP Password Storage Cheat Sheet). As many
 * at a time as there are processors: each takes 19 MiB of memory, so a rush of sign-ins waits in line.
 */
@Component
public class Passwords {

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys = hash("nobody's password");

    /** The hash to store; takes some 20 milliseconds, so it is made before a transaction begins. */
    public String hash(String password) {
        return inTurn(() -> requireNonNull(argon2.encode(password)));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> argon2.matches(password, hash));
    }

    /** Takes as long as a real check, for names that nobody bears. */
    void matchesNobody(String password) {
        matches(password, nobodys);
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
