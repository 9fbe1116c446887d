package dev.marquee.launcher.run;

import java.nio.file.Path;
import picocli.CommandLine;

/** What a command line of {@code ./run} asks for. */
final class TestCommandLine {
    private TestCommandLine() {}

    static RunOptions options(Path home, String... args) {
        CommandLine line = RunCommand.line();
        line.parseArgs(args);
        RunCommand command = line.getCommand();
        return command.options(home);
    }
}
