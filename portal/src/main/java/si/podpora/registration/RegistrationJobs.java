package si.podpora.registration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.podpora.registration.captcha.Captchas;

/** What is done from time to time, by one of the portal's copies. */
@Configuration(proxyBeanMethods = false)
class RegistrationJobs {

    @Bean
    RecurringTask<Void> registrationRemovalTask(Captchas captchas, AccessRequests requests) {
        return Tasks.recurring("registration-removal", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    captchas.removeExpired();
                    requests.removeForgotten();
                });
    }
}
