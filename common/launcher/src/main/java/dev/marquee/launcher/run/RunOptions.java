package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param data folder with a MovieLens release
 * @param imdb folder with IMDb's TSV files
 * @param download the release to download
 * @param fresh whether to forget what earlier starts stored
 * @param algorithm the trainer
 * @param device where to train, one of {@link #DEVICES}; empty: as the service is configured
 * @param port of cf-service, where the page is
 * @param similarityPort of similarity-service
 * @param onError one of {@link #ON_ERROR}: what a bad line in the data does
 * @param stateFolder where databases, logs and downloads are kept
 */
record RunOptions(Optional<Path> data, Optional<Path> imdb, Optional<Release> download, boolean fresh, String algorithm,
        Optional<String> device, int port, int similarityPort, String onError, Path stateFolder) {
    /** The first is the default. */
    static final List<String> ALGORITHMS = List.of("als", "sgd");
    static final List<String> DEVICES = List.of("cpu", "gpu", "opencl", "auto");
    /** The first is the default. */
    static final List<String> ON_ERROR = List.of("skip", "fail");
    static final int PORT = 8080;
    static final int SIMILARITY_PORT = 8081;
    private static final int LAST_PORT = 65_535;

    /**
     * @param given values by option; no or an empty one for a flag
     * @param home where to keep things
     * @throws UsageError naming the option that is wrong
     */
    static RunOptions of(Map<String, String> given, Path home) {
        given.forEach(RunOptions::requireValue);
        RunOptions options = new RunOptions(folder("--data", given), folder("--imdb", given),
                value("--download", given).map(Release::named), given.containsKey("--fresh"),
                oneOf("--algorithm", given, ALGORITHMS).orElse(ALGORITHMS.getFirst()),
                oneOf("--device", given, DEVICES), port("--port", given, PORT),
                port("--similarity-port", given, SIMILARITY_PORT),
                oneOf("--on-error", given, ON_ERROR).orElse(ON_ERROR.getFirst()), home);
        options.requireTogether(given.containsKey("--install"));
        return options;
    }

    private void requireTogether(boolean install) {
        if (install) {
            throw new UsageError("--install stands alone: ./run --install");
        }
        if (data.isPresent() && download.isPresent()) {
            throw new UsageError("Give --data or --download, not both.");
        }
        if (imdb.isPresent() && data.isEmpty() && download.isEmpty()) {
            throw new UsageError("--imdb needs --data or --download: the sample has its credits already.");
        }
        if (port == similarityPort) {
            throw new UsageError("--port and --similarity-port must differ.");
        }
    }

    private static void requireValue(String option, String value) {
        boolean flag = option.equals("--fresh") || option.equals("--install");
        if (value.isEmpty() && !flag) {
            throw new UsageError(option + " needs a value.");
        }
    }

    private static Optional<String> value(String option, Map<String, String> given) {
        return Optional.ofNullable(given.get(option));
    }

    private static Optional<Path> folder(String option, Map<String, String> given) {
        Optional<Path> folder = value(option, given).map(name -> Folder.named(option, name));
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new UsageError(option + ": there is no folder " + folder.get() + ".");
        }
        return folder;
    }

    private static Optional<String> oneOf(String option, Map<String, String> given, List<String> allowed) {
        Optional<String> value = value(option, given).map(word -> word.toLowerCase(Locale.ROOT));
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw new UsageError(option + ": " + value.get() + " is none of " + String.join(", ", allowed) + ".");
        }
        return value;
    }

    private static int port(String option, Map<String, String> given, int otherwise) {
        return value(option, given).map(number -> port(option, number)).orElse(otherwise);
    }

    private static int port(String option, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageError(option + ": " + value + " is not a port number (1 to " + LAST_PORT + ").");
    }
}
