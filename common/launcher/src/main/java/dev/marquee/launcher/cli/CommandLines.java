package dev.marquee.launcher.cli;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.RecommenderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Command lines in this project's way: options in the order in which they are declared, errors in one line that begins
 * with the program's name, and no colours, so that what a program prints is the same everywhere.
 */
public final class CommandLines {
    private static final int WIDTH = 110;

    private CommandLines() {}

    /** @param command an object with picocli's annotations */
    public static CommandLine of(Object command) {
        CommandLine line = new CommandLine(command).setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        arrange(line);
        // Else a misspelt option after one that lacks its value would be taken for the value.
        line.setUnmatchedOptionsAllowedAsOptionParameters(false);
        line.setExpandAtFiles(false);
        line.registerConverter(Integer.class, text -> ValueReader.read(text, "a whole number", Integer::valueOf));
        line.registerConverter(Long.class, text -> ValueReader.read(text, "a whole number", Long::valueOf));
        line.registerConverter(Double.class, text -> ValueReader.read(text, "a number", Double::valueOf));
        return line.setParameterExceptionHandler((fault, args) -> refuse(fault.getCommandLine(), Faults.message(fault)))
                .setExecutionExceptionHandler((fault, failed, result) -> end(fault, failed));
    }

    private static void arrange(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.usageMessage().width(WIDTH).sortOptions(false);
        line.getSubcommands().values().forEach(CommandLines::arrange);
    }

    /** Reads the options and does what they say; the process ends where that is a failure. */
    public static void main(CommandLine line, String... args) {
        int code = line.execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int end(Exception fault, CommandLine line) throws Exception {
        return switch (fault) {
            case ParameterException wrong -> refuse(line, Faults.message(wrong));
            case InvalidRequest wrong -> refuse(line, Faults.message(wrong, line));
            case RecommenderException told -> refuse(line, told.getMessage());
            case UsageError told -> refuse(line, told.getMessage());
            case IOException io -> fail(line, io);
            case UncheckedIOException io -> fail(line, io);
            default -> throw fault;
        };
    }

    private static int refuse(CommandLine line, String message) {
        say(line, message);
        return UsageError.EXIT;
    }

    private static int fail(CommandLine line, Exception fault) {
        say(line, fault.toString());
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static void say(CommandLine line, String message) {
        PrintWriter err = line.getErr();
        err.println(line.getCommandName() + ": " + message);
        err.flush();
    }
}
