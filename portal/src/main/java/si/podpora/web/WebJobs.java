package si.podpora.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done from time to time, by one of the portal's copies. */
@Configuration(proxyBeanMethods = false)
class WebJobs {

    @Bean
    RecurringTask<Void> webRemovalTask(ParkedForms parkedForms, RateLimits limits) {
        return Tasks.recurring("web-removal", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    parkedForms.removeExpired();
                    limits.removeExpired();
                });
    }
}
