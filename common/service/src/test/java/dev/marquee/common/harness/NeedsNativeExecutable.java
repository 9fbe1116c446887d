package dev.marquee.common.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For tests of the native executable: skipped with a message where the last build made none.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNativeExecutable.Condition.class)
public @interface NeedsNativeExecutable {

    /** Looks at what was packaged. */
    class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return PackagedArtifact.find().nativeExecutable()
                    ? ConditionEvaluationResult.enabled("a native executable was built")
                    : ConditionEvaluationResult.disabled("needs a native executable: mvn verify -Dnative");
        }
    }
}
