package si.podpora.accounts;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * What is done after an answer rather than before it, so that the answer takes as long whether an address or
 * a name is known or not. What is to do stands in the database; a job picks up what a stop left undone.
 */
@Component
class AccountErrands {

    private final PasswordResets resets;
    private final SignInFailures failures;
    private final AsyncTaskExecutor threads;

    AccountErrands(
            PasswordResets resets,
            SignInFailures failures,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor threads) {
        this.resets = resets;
        this.failures = failures;
        this.threads = threads;
    }

    void runSoon() {
        threads.execute(this::run);
    }

    void run() {
        resets.answerWishes();
        failures.tellOwners();
    }
}
