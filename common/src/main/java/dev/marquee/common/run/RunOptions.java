package dev.marquee.common.run;

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

    static final String USAGE = """
            Usage: ./run [OPTION]...
            Starts both services with their own PostgreSQL, imports data, trains a model, and says where to look.
            Ctrl-C stops everything. The next start goes on with the same data and model.

              --data DIR          a folder with any MovieLens release (found out from its files):
                                  100K (u.data), 1M and 10M (ratings.dat), latest-small, 20M, 25M, 32M (ratings.csv)
              --imdb DIR          a folder with IMDb's TSV files (title.basics, title.crew, title.principals,
                                  name.basics), joined through links.csv
              --download NAME     download a release first: ml-latest-small, ml-25m or ml-32m; goes on where an
                                  interrupted download stopped
              --fresh             forget what earlier starts with the same data stored, and begin anew
              --algorithm NAME    how to train: als (default) or sgd
              --device WHERE      where to train: auto (default) takes a GPU where there is one, else the CPU; cpu; gpu: a
                                  real one, by CUDA or OpenCL; opencl: any OpenCL device, such as PoCL's
              --on-error WHAT     a bad line in the data: skip (default) leaves it out and lists it, fail imports nothing
              --port N            port of the page and of cf-service (default 8080)
              --similarity-port N port of similarity-service (default 8081)
              --help              this text

            Without --data or --download the bundled sample serves: real films, generated ratings.
            Environment: JAVA_HOME (a JDK 25 or newer), JAVA_OPTS (for the services), MARQUEE_HOME (where databases,
            logs and downloads are kept; default .marquee beside this script).
            """;

    /**
     * @param home where to keep things
     * @throws UsageError naming the option that is wrong
     */
    static RunOptions parse(List<String> args, Path home) {
        Parser parser = new Parser(args);
        while (!parser.rest.isEmpty()) {
            parser.option(parser.rest.pop());
        }
        return parser.result(home);
    }

    /** The options as they are read. */
    private static final class Parser {
        private final Deque<String> rest;
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
                case "--fresh" -> fresh = true;
                case "--help", "-h" -> help = true;
                case "--algorithm" -> algorithm = oneOf(name, "als", "sgd");
                case "--device" -> device = oneOf(name, "cpu", "gpu", "opencl", "auto");
                case "--on-error" -> onError = oneOf(name, "skip", "fail");
                case "--port" -> port = port(name);
                case "--similarity-port" -> similarityPort = port(name);
                default -> throw new UsageError("Unknown option " + name + ".");
            }
        }

        private String value(String option) {
            if (rest.isEmpty() || rest.peek().startsWith("--")) {
                throw new UsageError(option + " needs a value.");
            }
            return rest.pop();
        }

        private Path folder(String option) {
            Path folder = Path.of(value(option)).toAbsolutePath().normalize();
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
