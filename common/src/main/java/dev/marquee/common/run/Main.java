package dev.marquee.common.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Entry point of {@code ./run}. Expects the system property {@code marquee.checkout}: the folder with the built services.
 */
public final class Main {
    static final int EXIT_USAGE = 2;
    private static final long HOOK_MILLIS = 1000;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Console console = new Console(System.out, System.console() != null && System.console().isTerminal());
        try {
            RunOptions options = RunOptions.parse(List.of(args), home());
            if (options.help()) {
                System.out.print(RunOptions.USAGE);
                return;
            }
            run(options, console);
        } catch (UsageError e) {
            System.err.println("run: " + e.getMessage());
            System.exit(EXIT_USAGE);
        } catch (IOException e) {
            System.err.println("run: " + e);
            System.exit(1);
        }
    }

    private static void run(RunOptions options, Console console) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ServiceProcess.requireFreePort(options.port(), "--port");
        ServiceProcess.requireFreePort(options.similarityPort(), "--similarity-port");
        DeviceCheck.requireDevice(options.device(), checkout());
        DataChoice choice = DataChoice.of(options, console);
        Services services = Services.start(options, choice, checkout(), console);
        AtomicBoolean stopping = new AtomicBoolean();
        Thread hook = new Thread(() -> {
            stopping.set(true);
            System.out.println("\nStopping.");
            services.stop();
            System.out.println("Stopped. Data and model are kept in " + choice.state() + ".");
        }, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        new Preparation(services, choice, options, console).run();
        console.say("Ready after %.0f s.%n", (System.nanoTime() - start) / 1e9);
        console.say(welcome(options, choice));
        services.waitUntilOneEnds();
        // Ctrl-C reaches the services too, and one of them may be gone before this process is told.
        TimeUnit.MILLISECONDS.sleep(HOOK_MILLIS);
        if (!stopping.get()) {
            services.requireAlive();
        }
    }

    private static String welcome(RunOptions options, DataChoice choice) {
        String cf = "http://localhost:" + options.port();
        return String.format(Locale.ROOT, """
                  Page               %1$s/
                  Recommendations    %1$s/api/v1/users/1/recommendations?explain=true
                  Similar movies     http://localhost:%2$d/api/v1/movies/1/similar?explain=true
                  REST API           %1$s/q/swagger-ui and http://localhost:%2$d/q/swagger-ui
                  Logs, databases    %3$s
                %4$s
                Ctrl-C stops everything.""", cf, options.similarityPort(), choice.state(),
                choice.sample() ? "\nThe films of the sample are real; its ratings are generated.\n" : "");
    }

    private static Path home() {
        String given = System.getenv("MARQUEE_HOME");
        return (given == null || given.isBlank() ? checkout().resolve(".marquee") : Path.of(given)).toAbsolutePath()
                .normalize();
    }

    private static Path checkout() {
        return Path.of(System.getProperty("marquee.checkout", "."));
    }
}
