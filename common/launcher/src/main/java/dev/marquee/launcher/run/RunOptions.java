package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param data folder with a MovieLens release, or {@code null}
 * @param imdb folder with IMDb's TSV files, or {@code null}
 * @param download the release to download, or {@code null}
 * @param fresh whether to forget what earlier starts stored
 * @param algorithm the trainer
 * @param device where to train, one of {@link #DEVICES}; {@code null}: as the service is configured
 * @param port of cf-service, where the page is
 * @param similarityPort of similarity-service
 * @param onError one of {@link #ON_ERROR}: what a bad line in the data does
 * @param stateFolder where databases, logs and downloads are kept
 */
record RunOptions(Path data, Path imdb, Release download, boolean fresh, String algorithm, String device, int port,
        int similarityPort, String onError, Path stateFolder) {
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
                given.containsKey("--download") ? Release.named(given.get("--download")) : null,
                given.containsKey("--fresh"), oneOf("--algorithm", given, ALGORITHMS, ALGORITHMS.getFirst()),
                oneOf("--device", given, DEVICES, null), port("--port", given, PORT),
                port("--similarity-port", given, SIMILARITY_PORT),
                oneOf("--on-error", given, ON_ERROR, ON_ERROR.getFirst()), home);
        options.requireTogether(given.containsKey("--install"));
        return options;
    }

    private void requireTogether(boolean install) {
        if (install) {
            throw new UsageError("--install stands alone: ./run --install");
        }
        if (data != null && download != null) {
            throw new UsageError("Give --data or --download, not both.");
        }
        if (imdb != null && data == null && download == null) {
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

    private static Path folder(String option, Map<String, String> given) {
        if (!given.containsKey(option)) {
            return null;
        }
        Path folder = Folder.named(option, given.get(option));
        if (!Files.isDirectory(folder)) {
            throw new UsageError(option + ": there is no folder " + folder + ".");
        }
        return folder;
    }

    private static String oneOf(String option, Map<String, String> given, List<String> allowed, String otherwise) {
        if (!given.containsKey(option)) {
            return otherwise;
        }
        String value = given.get(option).toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw new UsageError(option + ": " + value + " is none of " + String.join(", ", allowed) + ".");
        }
        return value;
    }

    private static int port(String option, Map<String, String> given, int otherwise) {
        if (!given.containsKey(option)) {
            return otherwise;
        }
        String value = given.get(option);
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
