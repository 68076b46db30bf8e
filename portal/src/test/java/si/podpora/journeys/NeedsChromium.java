package si.podpora.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skipped where there is no Chromium; a failure where CI=true, so that no run there passes without it. Each test
 * has a browser of its own, and a browser that hangs fails its test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@ExtendWith(NeedsChromium.Condition.class)
public @interface NeedsChromium {

    final class Condition implements ExecutionCondition, AfterEachCallback {

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

        @Override
        public void afterEach(ExtensionContext context) {
            Browsers.close();
        }
    }
}
