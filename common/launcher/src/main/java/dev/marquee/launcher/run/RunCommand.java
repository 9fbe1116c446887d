package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.CommandLines;
import dev.marquee.launcher.cli.HelpOption;
import dev.marquee.launcher.cli.UsageError;
import dev.marquee.launcher.cli.ValueReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./run}. Which options there are is said here; what their values must be says {@link RunOptions}, which the
 * script can ask before there is a build.
 */
@Command(name = "run", customSynopsis = {"./run [OPTION]...", "       ./run COMMAND [OPTION]..."}, description = {
        "Starts both services with their own PostgreSQL, imports data, trains a model, and says where to look.",
        "Ctrl-C stops everything. The next start goes on with the same data and model.",
        ""}, commandListHeading = "%nCommands, each with a --help of its own:%n", footer = {
                "",
                "Without --data or --download the bundled sample serves: real films, generated ratings.",
                "Environment: JAVA_HOME (a JDK 25 or newer), JAVA_OPTS (for the services; quotes hold blanks together),"
                        + " MARQUEE_HOME (where databases, logs and downloads are kept; default .marquee beside this"
                        + " script), MARQUEE_JDK_SITE and MARQUEE_MAVEN_SITE (mirrors for --install)."})
public final class RunCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "a folder with any MovieLens release (found out from"
            + " its files): 100K (u.data), 1M and 10M (ratings.dat), latest-small, 20M, 25M, 32M (ratings.csv)")
    private @Nullable File data;

    @Option(names = "--imdb", paramLabel = "DIR", description = "a folder with IMDb's TSV files, which are"
            + " joined through links.csv: title.basics, title.crew, title.principals, name.basics")
    private @Nullable File imdb;

    @Option(names = "--download", paramLabel = "RELEASE", description = "download a release first:"
            + " ${COMPLETION-CANDIDATES}; goes on where an interrupted download"
            + " stopped", completionCandidates = Releases.class)
    private @Nullable String download;

    @Option(names = "--fresh", description = "forget what earlier starts with the same data stored, and begin anew")
    private boolean fresh;

    @Option(names = "--algorithm", paramLabel = "NAME", description = "how to train: als (default) or"
            + " sgd", completionCandidates = Algorithms.class)
    private @Nullable String algorithm;

    @Option(names = "--device", paramLabel = "WHERE", description = "where to train: auto (default) takes a GPU"
            + " where there is one, else the CPU; cpu; gpu: a real one, by CUDA or OpenCL; opencl: any OpenCL device,"
            + " such as PoCL's", completionCandidates = Devices.class)
    private @Nullable String device;

    @Option(names = "--on-error", paramLabel = "WHAT", description = "a bad line in the data: skip (default)"
            + " leaves it out and lists it, fail imports nothing", completionCandidates = OnError.class)
    private @Nullable String onError;

    @Option(names = "--port", paramLabel = "N", description = "port of the page and of cf-service (default "
            + RunOptions.PORT + ")")
    private @Nullable String port;

    @Option(names = "--similarity-port", paramLabel = "N", description = "port of similarity-service (default "
            + RunOptions.SIMILARITY_PORT + ")")
    private @Nullable String similarityPort;

    @Option(names = "--install", description = "fetch a JDK 25 (Eclipse Temurin) and a Maven into the folder for"
            + " databases, logs and downloads, as far as there are none, and end; nothing else of the system is"
            + " touched")
    private boolean install;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    /** The command line, with the tools' commands by name only: the script starts these itself. */
    public static CommandLine line() {
        CommandLine line = CommandLines.of(new RunCommand());
        line.getSubcommands().values().forEach(tool -> tool.setUnmatchedArgumentsAllowed(true));
        return line;
    }

    @Override
    @SuppressWarnings("SystemConsoleNull") // there may be none with -Djdk.console=java.base
    public Integer call() throws IOException, InterruptedException {
        Console console = new Console(System.out, System.console() != null && System.console().isTerminal());
        Start.run(options(Start.home()), console);
        return 0;
    }

    /** @throws UsageError naming the option that is wrong */
    RunOptions options(Path home) {
        Map<String, String> given = new HashMap<>();
        put(given, "--data", data);
        put(given, "--imdb", imdb);
        put(given, "--download", download);
        put(given, "--fresh", fresh ? "" : null);
        put(given, "--algorithm", algorithm);
        put(given, "--device", device);
        put(given, "--on-error", onError);
        put(given, "--port", port);
        put(given, "--similarity-port", similarityPort);
        put(given, "--install", install ? "" : null);
        return RunOptions.of(given, home);
    }

    private static void put(Map<String, String> given, String option, @Nullable Object value) {
        if (value != null) {
            given.put(option, value.toString());
        }
    }

    @Command(name = "evaluate", description = "Trains on a part of some ratings, tests on the rest, and prints how good"
            + " the models are.")
    @SuppressWarnings("DoNotCallSuggester") // picocli calls it
    void evaluate() {
        throw comesFirst("evaluate");
    }

    @Command(name = "tune", description = "Searches hyper-parameters on validation splits.")
    @SuppressWarnings("DoNotCallSuggester") // picocli calls it
    void tune() {
        throw comesFirst("tune");
    }

    @Command(name = "completion", customSynopsis = "./run completion", description = "Prints what completes options"
            + " and their values by the tabulator key.", footer = {
                    "",
                    "In bash, for this session:",
                    "  eval \"$(./run completion)\"",
                    "In zsh:",
                    "  autoload -U +X compinit && compinit && eval \"$(./run completion)\"",
                    "Put the line into ~/.bashrc or ~/.zshrc to have it in each, with the path of run in place of ./run."})
    @SuppressWarnings("DoNotCallSuggester") // picocli calls it
    void completion(@Mixin HelpOption any) {
        throw comesFirst("completion");
    }

    private static UsageError comesFirst(String command) {
        return new UsageError("This command comes before all options: ./run " + command);
    }

    static final class Releases extends ValueReader<String> {
        Releases() {
            super(text -> text, Arrays.stream(Release.values()).map(Release::id).toList());
        }
    }

    static final class Algorithms extends ValueReader<String> {
        Algorithms() {
            super(text -> text, RunOptions.ALGORITHMS);
        }
    }

    static final class Devices extends ValueReader<String> {
        Devices() {
            super(text -> text, RunOptions.DEVICES);
        }
    }

    static final class OnError extends ValueReader<String> {
        OnError() {
            super(text -> text, RunOptions.ON_ERROR);
        }
    }
}
