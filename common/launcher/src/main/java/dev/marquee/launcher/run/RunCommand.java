package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.CommandLines;
import dev.marquee.launcher.cli.HelpOption;
import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code ./run}.
 */
@Command(name = "run", customSynopsis = {"./run [OPTION]...", "       ./run COMMAND [OPTION]..."}, description = {
        "Starts both services with their own PostgreSQL, imports data, trains a model, and says where to look.",
        "Ctrl-C stops everything. The next start goes on with the same data and model.",
        ""}, commandListHeading = "%nCommands, each with a --help of its own:%n",
        footer = {
                "",
                "Without --data or --download the bundled sample serves: real films, generated ratings.",
                "Environment: JAVA_HOME (a JDK 25 or newer), JAVA_OPTS (for the services; quotes hold blanks together),"
                        + " MARQUEE_HOME (where databases, logs and downloads are kept; default .marquee beside this"
                        + " script), MARQUEE_JDK_SITE and MARQUEE_MAVEN_SITE (mirrors for --install)."})
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private final RunOptions options = new RunOptions();

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
        options.requireUsable();
        Console console = new Console(System.out, System.console() != null && System.console().isTerminal());
        Start.run(options, Start.home(), console);
        return 0;
    }

    RunOptions options() {
        return options;
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
            + " and their values by the tabulator key.",
            footer = {
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
}
