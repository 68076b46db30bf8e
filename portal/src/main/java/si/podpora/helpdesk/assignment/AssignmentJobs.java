package si.podpora.helpdesk.assignment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assigns new cases, in one of the portal's copies, if the operator has switched it on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("podpora.assignment.automatic")
class AssignmentJobs {

    @Bean
    RecurringTask<Void> automaticAssignmentTask(AutomaticAssignment assignment) {
        return Tasks.recurring("helpdesk-assignment", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> assignment.run());
    }
}
