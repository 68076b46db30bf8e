package si.podpora.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clean-up runs at the start and then hourly, on one of the portal's copies. */
@Configuration(proxyBeanMethods = false)
class FilesSchedule {

    @Bean
    RecurringTask<Void> filesCleanUp(CleanUp cleanUp) {
        return Tasks.recurring("files-clean-up", FixedDelay.ofHours(1)).execute((task, context) -> cleanUp.run());
    }
}
