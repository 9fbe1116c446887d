package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command line of {@code ./run} asks for. */
final class TestCommandLine {
    private TestCommandLine() {}

    static RunOptions options(String... args) {
        CommandLine line = RunCommand.line();
        line.parseArgs(args);
        RunCommand command = line.getCommand();
        return command.options();
    }

    /** What is said of a command line that is refused, without the program's name. */
    static String refused(String... args) {
        StringWriter said = new StringWriter();
        CommandLine line = RunCommand.line();
        line.getSubcommands().values().forEach(tool -> tool.setErr(new PrintWriter(said)));
        line.setErr(new PrintWriter(said));
        assertEquals(2, line.execute(args));
        return said.toString().strip().replaceFirst("^(run|evaluate): ", "");
    }
}
