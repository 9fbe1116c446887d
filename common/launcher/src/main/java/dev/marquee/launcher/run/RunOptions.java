package dev.marquee.launcher.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What the command line asks for.
 *
 * @param data folder with a MovieLens release, or {@code null}
 * @param imdb folder with IMDb's TSV files, or {@code null}
 * @param download the release to download, or {@code null}
 * @param fresh whether to forget what earlier starts stored
 * @param help whether only to explain the options
 * @param algorithm the trainer
 * @param device where to train: {@code cpu}, {@code gpu}, {@code opencl} or {@code auto}; {@code null}: as the service is
 *        configured
 * @param port of cf-service, where the page is
 * @param similarityPort of similarity-service
 * @param onError {@code fail} or {@code skip}: what a bad line in the data does
 * @param stateFolder where databases, logs and downloads are kept
 */
record RunOptions(Path data, Path imdb, Release download, boolean fresh, boolean help, String algorithm, String device,
        int port,
        int similarityPort, String onError, Path stateFolder) {

    /** What explains the options; the script shows and reads it, too. */
    static String usage() {
        return UsageText.read(RunOptions.class, "usage.txt");
    }

    /**
     * @param home where to keep things
     * @throws UsageError naming the option that is wrong
     */
    static RunOptions parse(List<String> args, Path home) {
        Parser parser = new Parser(args);
        while (!parser.rest.isEmpty()) {
            String word = parser.rest.pop();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            parser.attached = equals < 0 ? null : word.substring(equals + 1);
            parser.option(equals < 0 ? word : word.substring(0, equals));
        }
        return parser.result(home);
    }

    /** The options as they are read. */
    private static final class Parser {
        private final Deque<String> rest;
        /** The value in {@code --name=value}, or {@code null}. */
        private String attached;
        private Path data;
        private Path imdb;
        private Release download;
        private boolean fresh;
        private boolean help;
        private String algorithm = "als";
        private String device;
        private String onError = "skip";
        private int port = 8080;
        private int similarityPort = 8081;

        private Parser(List<String> args) {
            rest = new ArrayDeque<>(args);
        }

        private void option(String name) {
            switch (name) {
                case "--data" -> data = folder(name);
                case "--imdb" -> imdb = folder(name);
                case "--download" -> download = Release.named(value(name));
                case "--fresh" -> fresh = flag(name);
                case "--help", "-h" -> help = flag(name);
                case "--algorithm" -> algorithm = oneOf(name, "als", "sgd");
                case "--device" -> device = oneOf(name, "cpu", "gpu", "opencl", "auto");
                case "--on-error" -> onError = oneOf(name, "skip", "fail");
                case "--port" -> port = port(name);
                case "--similarity-port" -> similarityPort = port(name);
                case "--install" -> throw new UsageError("--install stands alone: ./run --install");
                default -> throw new UsageError("Unknown option " + name + ". ./run --help lists them.");
            }
        }

        private boolean flag(String option) {
            if (attached != null) {
                throw new UsageError(option + " takes no value.");
            }
            return true;
        }

        private String value(String option) {
            if (attached != null && !attached.isEmpty()) {
                return attached;
            }
            if (attached != null || rest.isEmpty() || rest.peek().isEmpty() || rest.peek().startsWith("--")) {
                throw new UsageError(option + " needs a value.");
            }
            return rest.pop();
        }

        private Path folder(String option) {
            Path folder = Folder.named(option, value(option));
            if (!Files.isDirectory(folder)) {
                throw new UsageError(option + ": there is no folder " + folder + ".");
            }
            return folder;
        }

        private String oneOf(String option, String... allowed) {
            String value = value(option).toLowerCase(Locale.ROOT);
            if (!List.of(allowed).contains(value)) {
                throw new UsageError(option + ": " + value + " is none of " + String.join(", ", allowed) + ".");
            }
            return value;
        }

        private int port(String option) {
            String value = value(option);
            try {
                int port = Integer.parseInt(value);
                if (port > 0 && port < 65_536) {
                    return port;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new UsageError(option + ": " + value + " is not a port number (1 to 65535).");
        }

        private RunOptions result(Path home) {
            if (data != null && download != null) {
                throw new UsageError("Give --data or --download, not both.");
            }
            if (imdb != null && data == null && download == null) {
                throw new UsageError("--imdb needs --data or --download: the sample has its credits already.");
            }
            if (port == similarityPort) {
                throw new UsageError("--port and --similarity-port must differ.");
            }
            return new RunOptions(data, imdb, download, fresh, help, algorithm, device, port, similarityPort, onError,
                    home);
        }
    }
}
