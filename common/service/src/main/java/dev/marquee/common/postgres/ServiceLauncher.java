package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts a service: with the database that the configuration names, else with an embedded one under
 * {@code marquee.data-dir} (environment {@code MARQUEE_DATA_DIR}, by default {@code .marquee/data}).
 *
 * <p>
 * It runs before Quarkus, whose configuration is therefore read from system properties and the environment only: name
 * an external database by {@code QUARKUS_DATASOURCE_REACTIVE_URL} and {@code QUARKUS_DATASOURCE_JDBC_URL}; with one of
 * them alone it does not start.
 *
 * <p>
 * A native executable has no embedded database: without a given one it says so in one line and ends with exit code 1.
 */
public final class ServiceLauncher {
    private static final Logger LOG = Logger.getLogger(ServiceLauncher.class);
    private static final String EMBEDDED_MARK = "marquee.embedded-postgres.port";
    private static final String NO_DATABASE = "No database: this executable has none of its own, so set"
            + " QUARKUS_DATASOURCE_REACTIVE_URL, QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and"
            + " QUARKUS_DATASOURCE_PASSWORD.";

    private static final String CREDENTIALS_PROVIDER = "quarkus.datasource.credentials-provider";
    private static final String RENEWED_CREDENTIALS = CREDENTIALS_PROVIDER + ": credentials that change while the"
            + " service runs are not supported. Set QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD, and"
            + " start it again when they change.";

    /** Longer than quarkus.shutdown.timeout. */
    private static final long APPLICATION_END_SECONDS = 15;

    private ServiceLauncher() {}

    /**
     * Runs the service until it is told to stop.
     *
     * @param database name of the folder of the embedded database
     */
    public static void run(String database, String... args) {
        // Messages are English, and no library, Quarkus's own configuration included, reads or writes by the machine's locale.
        Locale.setDefault(Locale.ENGLISH);
        StarterWatch.begin();
        if (setting(CREDENTIALS_PROVIDER) != null) {
            end(RENEWED_CREDENTIALS);
        }
        // After a hot reload the settings are those of the embedded server.
        boolean embedded = System.getProperty(EMBEDDED_MARK) != null;
        if (!embedded) {
            GivenDatabase.problem(ServiceLauncher::setting).ifPresent(ServiceLauncher::end);
        }
        boolean given = !embedded && GivenDatabase.isGiven(ServiceLauncher::setting);
        // Known when the executable is built, so that nothing of the embedded server becomes part of it.
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            if (!given) {
                end(NO_DATABASE);
            }
            serve(() -> {}, args);
            return;
        }
        if (given) {
            serve(() -> {}, args);
            return;
        }
        CountDownLatch applicationEnded = new CountDownLatch(1);
        stopAtTheEnd(startEmbedded(database), applicationEnded);
        serve(applicationEnded::countDown, args);
    }

    private static void serve(Runnable atTheEnd, String... args) {
        Quarkus.run(null, (code, error) -> {
            if (error != null) {
                tell(error);
            }
            // The handler also runs at each hot reload of dev mode, where the server and the process must go on.
            if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
                return;
            }
            atTheEnd.run();
            System.exit(code);
        }, args);
    }

    private static void tell(Throwable failure) {
        StartFailure.inOneLine(failure).ifPresentOrElse(line -> {
            LOG.errorf("The service did not start: %s", line);
            LOG.debug("The service did not start", failure);
        }, () -> LOG.error("The service did not start", failure));
    }

    /**
     * Stops the database when the process ends. The end of the process does not wait for the handler above, only for
     * hooks like this one, and these run at the same time as that of Quarkus, in which requests still want their
     * database.
     */
    private static void stopAtTheEnd(EmbeddedPostgres embedded, CountDownLatch applicationEnded) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
                    applicationEnded.await(APPLICATION_END_SECONDS, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                embedded.close();
            }
        }, "stop-postgres"));
    }

    private static EmbeddedPostgres startEmbedded(String database) {
        String base = setting("marquee.data-dir");
        Path folder = Path.of(base == null ? ".marquee/data" : base, database);
        long start = System.nanoTime();
        EmbeddedPostgres embedded;
        try {
            embedded = EmbeddedPostgres.in(folder);
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.debug("The database did not start", e);
            end(Causes.told(e));
            throw e;
        }
        embedded.whenGivenUp(ServiceLauncher::end);
        System.setProperty(EMBEDDED_MARK, Integer.toString(embedded.port()));
        embedded.quarkusConfig().forEach(System::setProperty);
        LOG.infof("Embedded PostgreSQL on port %d with its data in %s, started in %d ms", embedded.port(), folder,
                (System.nanoTime() - start) / 1_000_000);
        return embedded;
    }

    /** Ends the process with one line that says why. */
    private static void end(String reason) {
        System.err.println(reason);
        System.exit(1);
    }

    private static @Nullable String setting(String property) {
        String value = System.getProperty(property);
        return value != null
                ? value
                : System.getenv(property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }
}
