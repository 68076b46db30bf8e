package si.podpora.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skipped where there is no Chromium; a failure where CI=true, so that no run there passes without it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Browsers.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is there");
            }
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("CI=true and no Chromium: install the package chromium.");
            }
            return ConditionEvaluationResult.disabled("No Chromium on this machine: install the package chromium.");
        }
    }
}
