package dev.marquee.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables that mean something to a service. A mistyped one would be ignored without a word.
 */
final class Settings {
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("^    [\\w<>., ]+ (\\w+)\\(\\);", Pattern.MULTILINE);

    /** Quarkus's own that the manifests use; each was seen to take effect. */
    private static final Set<String> QUARKUS = Set.of("QUARKUS_INIT_AND_EXIT", "QUARKUS_FLYWAY_MIGRATE_AT_START",
            "QUARKUS_FLYWAY_CONNECT_RETRIES", "QUARKUS_FLYWAY_CONNECT_RETRIES_INTERVAL",
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "QUARKUS_REST_CLIENT_SIMILARITY_URL", "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD", "QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_REACTIVE_URL",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
            "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM");
    /** Parts that other variables of the same container are made of. */
    private static final Set<String> PARTS = Set.of("DATABASE_OPTIONS", "DATABASE_JDBC_OPTIONS");

    private final Set<String> known = new TreeSet<>(QUARKUS);

    /** @param modules folders of a service and of what it is made of */
    Settings(List<Path> modules) {
        known.addAll(PARTS);
        modules.forEach(module -> {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith("Config.java")).forEach(this::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    boolean known(String variable) {
        return known.contains(variable);
    }

    private void read(Path file) {
        try {
            String source = Files.readString(file);
            Matcher prefix = PREFIX.matcher(source);
            if (prefix.find()) {
                METHOD.matcher(source).results()
                        .forEach(method -> known.add(variable(prefix.group(1), method.group(1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String prefix, String method) {
        return (prefix + "." + method.replaceAll("([A-Z])", "_$1")).toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[.-]", "_");
    }
}
