package dev.marquee.launcher.run;

import dev.marquee.common.io.IoReason;
import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A start: checks what it needs, brings both services up and to the point where they recommend, and stops them at the
 * end.
 */
final class Start {
    /** Its own start-up hands the path to a shell, between double quotes. */
    private static final Pattern NOT_FOR_POSTGRESQL = Pattern.compile("[\"$`\\p{Cntrl}]");

    private Start() {}

    /** Comes back when one of the services ends, or is ended by Ctrl-C. */
    static void run(RunOptions options, Path home, Console console) throws IOException, InterruptedException {
        long start = System.nanoTime();
        requireUsable(home);
        ServiceProcess.requireFreePort(options.ports().cf(), "--port");
        ServiceProcess.requireFreePort(options.ports().similarity(), "--similarity-port");
        DeviceCheck.requireDevice(options.device(), checkout());
        DataChoice choice = DataChoice.of(options.data(), options.fresh(), home, console);
        Services services = Services.start(options, choice, checkout(), console);
        Ending ending = new Ending(services);
        Thread hook = new Thread(() -> {
            ending.begin();
            System.out.println("\nStopping.");
            services.stop();
            System.out.println("Stopped. Data and model are kept in " + choice.state() + ".");
        }, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        ending.orEndOf(() -> serve(services, options, choice, console, start));
    }

    private static void serve(Services services, RunOptions options, DataChoice choice, Console console, long start)
            throws IOException, InterruptedException {
        String noModel = new Preparation(services, choice, options, console).run();
        console.say("Ready after %.0f s.%n", (System.nanoTime() - start) / 1e9);
        console.say(welcome(options.ports(), choice, noModel == null).stripTrailing());
        if (noModel != null) {
            console.say("%nThere is no model: %s Served are popular movies, and what is like a movie by its content.",
                    noModel);
        }
        console.say("\nCtrl-C stops everything.");
        services.waitUntilOneEnds();
        services.requireAlive();
    }

    private static String welcome(Ports ports, DataChoice choice, boolean model) {
        String cf = "http://localhost:" + ports.cf();
        return String.format(Locale.ROOT, """
                  Page               %1$s/
                  %5$s
                  Similar movies     http://localhost:%2$d/api/v1/movies/1/similar?explain=true
                  REST API           %1$s/q/swagger-ui and http://localhost:%2$d/q/swagger-ui
                  Logs, databases    %3$s
                %4$s""", cf, ports.similarity(), choice.state(),
                choice.sample() ? "\nThe films of the sample are real; its ratings are generated.\n" : "",
                model
                        ? "Recommendations    " + cf + "/api/v1/users/1/recommendations?explain=true"
                        : "Popular movies     " + cf + "/api/v1/movies/popular");
    }

    /** Told here, where one sentence is enough, rather than by the first service that fails. */
    static void requireUsable(Path state) {
        Matcher bad = NOT_FOR_POSTGRESQL.matcher(state.toString());
        if (bad.find()) {
            throw new UsageError("Databases cannot be kept in " + state
                    + ": PostgreSQL does not start in a folder with a "
                    + bad.group() + " in its path. Name another folder by the environment variable MARQUEE_HOME.");
        }
        try {
            Files.createDirectories(state);
            Folders.requireRoom(state);
        } catch (IOException e) {
            throw new UsageError("Databases, logs and downloads cannot be kept in " + state
                    + ": it cannot be written to (" + IoReason.of(e) + "). Mend that, or name another folder by the"
                    + " environment variable MARQUEE_HOME.");
        }
    }

    /** Where databases, logs and downloads are kept. */
    static Path home() {
        String given = System.getenv("MARQUEE_HOME");
        return given == null || given.isBlank()
                ? checkout().resolve(".marquee").toAbsolutePath().normalize()
                : Folder.named("MARQUEE_HOME", given);
    }

    private static Path checkout() {
        return Path.of(System.getProperty("marquee.checkout", "."));
    }
}
