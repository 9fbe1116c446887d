package dev.marquee.load;

import io.gatling.app.Gatling;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Runs simulations without Maven, such as in a container: {@code Main NAME} runs one, {@code Main NAME RATE...} one
 * after the other with each rate in a process of its own until one fails.
 *
 * <p>
 * Reports go into the folder that {@code load.results} or {@code LOAD_RESULTS} names, else {@code results}. The process
 * ends with 0 where all limits are kept, 2 where one is not, and 1 where the test could not be made.
 */
public final class Main {
    /** Gatling writes the bytes of strings as they lie in memory. */
    static final String OPENS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    /** What can be run. */
    enum Name {
        BROWSING(Browsing.class),
        RECOMMENDING(Recommending.class),
        RATING(Rating.class);

        private final Class<? extends LoadSimulation> simulation;

        Name(Class<? extends LoadSimulation> simulation) {
            this.simulation = simulation;
        }

        static Name of(String given) {
            return Arrays.stream(values()).filter(name -> name.toString().equals(given)).findFirst()
                    .orElseThrow(() -> new BadSetting("There is no simulation " + given + ". There are: "
                            + Arrays.stream(values()).map(Name::toString).collect(Collectors.joining(", ")) + "."));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Main() {}

    public static void main(String[] args) throws Exception {
        try {
            List<String> given = List.of(args);
            Name name = Name.of(given.isEmpty() ? "recommending" : given.getFirst());
            Settings settings = Settings.ofProcess();
            if (given.size() > 1) {
                System.exit(new Steps(name, settings.results()).run(Steps.rates(given.subList(1, given.size()))));
            }
            Gatling.main(new String[]{"--simulation", name.simulation.getName(), "--results-folder",
                    Path.of(settings.results()).toAbsolutePath().toString()});
        } catch (BadSetting e) {
            throw e.endsProcess();
        }
    }
}
