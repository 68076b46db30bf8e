package si.podpora.cases;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for cases that have waited too long, in one of the portal's copies. */
@Configuration(proxyBeanMethods = false)
class SilenceJobs {

    @Bean
    RecurringTask<Void> silentCasesTask(SilentCases cases) {
        return Tasks.recurring("cases-silent", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> cases.run());
    }
}
