package dev.marquee.common.postgres;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether the operator names a database. The service reaches it in two ways, and each has an address of its own.
 * Stateless.
 */
final class GivenDatabase {
    static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    private GivenDatabase() {}

    /** @param settings a setting's value by its name, {@code null} where it is not set */
    static boolean isGiven(Function<String, @Nullable String> settings) {
        return settings.apply(REACTIVE_URL) != null;
    }

    /** What is wrong where only one of the two addresses is there; empty where both are, or none. */
    static Optional<String> problem(Function<String, @Nullable String> settings) {
        boolean reactive = settings.apply(REACTIVE_URL) != null;
        boolean jdbc = settings.apply(JDBC_URL) != null;
        if (reactive == jdbc) {
            return Optional.empty();
        }
        return Optional.of(reactive ? half(JDBC_URL, REACTIVE_URL) : half(REACTIVE_URL, JDBC_URL));
    }

    private static String half(String missing, String given) {
        return missing + " is not set, but " + given + " is: the service needs both. Set"
                + " QUARKUS_DATASOURCE_REACTIVE_URL=postgresql://HOST:PORT/NAME and"
                + " QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://HOST:PORT/NAME, or neither for a database of its own.";
    }
}
