package si.podpora.cases;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done from time to time, by one of the portal's copies. */
@Configuration(proxyBeanMethods = false)
class CaseJobs {

    @Bean
    RecurringTask<Void> caseCountsTask(CaseCounts counts) {
        return Tasks.recurring("cases-counts", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> counts.fold());
    }

    @Bean
    RecurringTask<Void> presenceRemovalTask(CasePresence presence) {
        return Tasks.recurring("cases-presence-removal", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> presence.removeOld());
    }

    @Bean
    RecurringTask<Void> draftRemovalTask(Drafts drafts) {
        return Tasks.recurring("cases-draft-removal", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> drafts.removeOld());
    }
}
