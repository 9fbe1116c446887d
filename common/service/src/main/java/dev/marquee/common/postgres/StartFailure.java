package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import dev.marquee.common.error.RecommenderException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells failures of a start that say themselves what is to be done, such as a wrong setting, from those whose stack
 * trace is needed. Stateless.
 */
final class StartFailure {
    private StartFailure() {}

    /** What the operator is told, in one line; empty where it takes the stack trace. */
    static Optional<String> inOneLine(Throwable failure) {
        return Causes.first(failure, StartFailure::speaksForItself).map(StartFailure::line);
    }

    private static boolean speaksForItself(Throwable cause) {
        return cause instanceof RecommenderException || cause instanceof ConfigValidationException
                || cause instanceof ConfigurationException || cause instanceof BindException;
    }

    private static String line(Throwable cause) {
        String told = cause instanceof ConfigValidationException invalid
                ? IntStream.range(0, invalid.getProblemCount()).mapToObj(i -> invalid.getProblem(i).getMessage())
                        .collect(Collectors.joining("; "))
                : Causes.told(cause);
        return told.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
