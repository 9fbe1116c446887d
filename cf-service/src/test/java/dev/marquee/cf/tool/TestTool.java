package dev.marquee.cf.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs a tool's command line as a person would. */
final class TestTool {
    private TestTool() {}

    /** What it prints; it must come to its end. */
    static String printed(Function<PrintStream, CommandLine> tool, String... args) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        StringWriter said = new StringWriter();
        int code = tool.apply(new PrintStream(printed, true, StandardCharsets.UTF_8)).setErr(new PrintWriter(said))
                .execute(args);
        assertEquals(0, code, said::toString);
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Why it refuses, without the program's name; it must do so in one line. */
    static String refused(Function<PrintStream, CommandLine> tool, String... args) {
        StringWriter said = new StringWriter();
        CommandLine line = tool.apply(new PrintStream(new ByteArrayOutputStream())).setErr(new PrintWriter(said));
        assertEquals(2, line.execute(args), () -> String.join(" ", args));
        assertEquals(1, said.toString().lines().count(), said::toString);
        return said.toString().strip().substring((line.getCommandName() + ": ").length());
    }

    /** The same with an option before them, unless they have it. */
    static String[] with(String[] args, String option, String value) {
        return List.of(args).contains(option)
                ? args
                : Stream.concat(Stream.of(option, value), Stream.of(args)).toArray(String[]::new);
    }
}
