package dev.marquee.launcher.run;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.launcher.cli.UsageError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says whether what the options of {@code ./run} say can be meant. The script compiles it by itself, before it builds
 * what would then not be started; therefore this class, and what it needs, uses nothing but the JDK. Which options
 * there are is said by {@link RunOptions}; named here are those whose values are worth a look before a build.
 */
public final class OptionCheck {
    private final Map<String, String> given = new HashMap<>();

    private OptionCheck() {}

    /** @param args names and values by turns, as the script found them; a flag's value is empty */
    public static void main(String[] args) {
        try {
            check(args);
        } catch (UsageError e) {
            System.err.println("run: " + e.getMessage());
            System.exit(UsageError.EXIT);
        }
    }

    /** @throws UsageError as the program itself would say it */
    static void check(String... args) {
        OptionCheck check = new OptionCheck();
        for (int i = 0; i < args.length; i += 2) {
            if (check.given.put(args[i], args[i + 1]) != null) {
                throw new UsageError(args[i] + " is given twice.");
            }
        }
        check.run();
    }

    private void run() {
        WantedData data = new WantedData(read("--data", Folder::existing), read("--imdb", Folder::existing),
                read("--download", Choices.RELEASES::read));
        Ports ports = new Ports(read("--port", Ports::read).orElse(Ports.DEFAULTS.cf()),
                read("--similarity-port", Ports::read).orElse(Ports.DEFAULTS.similarity()));
        read("--algorithm", Choices.ALGORITHMS::read);
        read("--device", Choices.DEVICES::read);
        read("--on-error", Choices.ON_ERROR::read);
        data.requireUsable();
        ports.requireDifferent();
    }

    private <T> Optional<T> read(String option, Function<String, T> reader) {
        try {
            return Optional.ofNullable(given.get(option)).map(reader);
        } catch (InvalidRequest e) {
            throw new UsageError(option + ": " + e.problem());
        }
    }
}
