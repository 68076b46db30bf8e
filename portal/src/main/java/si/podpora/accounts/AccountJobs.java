package si.podpora.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done from time to time, by one of the portal's copies. */
@Configuration(proxyBeanMethods = false)
class AccountJobs {

    @Bean
    RecurringTask<Void> accountErrandsTask(AccountErrands errands) {
        return Tasks.recurring("accounts-errands", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> errands.run());
    }

    @Bean
    RecurringTask<Void> accountRemovalTask(Sessions sessions, PasswordResets resets, SignInFailures failures) {
        return Tasks.recurring("accounts-removal", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    sessions.removeOld();
                    resets.removeOld();
                    failures.removeForgotten();
                });
    }
}
