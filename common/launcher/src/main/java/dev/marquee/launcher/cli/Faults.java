package dev.marquee.launcher.cli;

import dev.marquee.common.error.Causes;
import dev.marquee.common.error.InvalidRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is said of words on a command line that cannot be meant.
 */
final class Faults {
    private static final int SUGGESTED = 3;
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private Faults() {}

    static String message(ParameterException fault) {
        return switch (fault) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MissingParameterException missing when !missing.getMissing().isEmpty() ->
                name(missing.getMissing().getFirst()) + " needs a value.";
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice.";
            default -> ofValue(fault);
        };
    }

    /** With the names of options in place of the fields' names, where there are such options. */
    static String message(InvalidRequest fault, CommandLine line) {
        Set<String> options = line.getCommandSpec().optionsMap().keySet();
        return fault.problems().entrySet().stream().map(problem -> {
            String option = "--" + CAPITAL.matcher(problem.getKey())
                    .replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
            return (options.contains(option) ? option : problem.getKey()) + ": " + problem.getValue();
        }).collect(Collectors.joining("; "));
    }

    private static String unknown(UnmatchedArgumentException fault) {
        String advice = help(fault.getCommandLine().getCommandName()) + " lists them.";
        if (fault.getUnmatched().isEmpty()) {
            // An option stands where the value of another should; the message names both.
            return fault.getMessage() + ". " + advice;
        }
        String word = fault.getUnmatched().getFirst();
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = word.isEmpty() ? "''" : equals < 0 ? word : word.substring(0, equals);
        List<String> alike = alike(name, fault.getCommandLine());
        return "Unknown option " + name + "."
                + (alike.isEmpty() ? "" : " Did you mean " + String.join(" or ", alike) + "?") + " " + advice;
    }

    private static List<String> alike(String name, CommandLine line) {
        Set<String> names = new TreeSet<>(line.getCommandSpec().optionsMap().keySet());
        names.removeIf(option -> !option.startsWith("--"));
        if (!name.startsWith("-")) {
            names.addAll(line.getSubcommands().keySet());
        }
        return Nearest.to(name, names).stream().limit(SUGGESTED).toList();
    }

    private static String help(String program) {
        return program.equals("run") ? "./run --help" : "./run " + program + " --help";
    }

    private static String ofValue(ParameterException fault) {
        ArgSpec of = fault.getArgSpec();
        if (of == null) {
            return Causes.told(fault);
        }
        if (of.arity().max() == 0) {
            return name(of) + " takes no value.";
        }
        if ("".equals(fault.getValue()) && !of.isMultiValue()) {
            return name(of) + " needs a value.";
        }
        return switch (fault.getCause()) {
            case TypeConversionException wrong -> name(of) + ": " + wrong.getMessage();
            case InvalidRequest wrong -> name(of) + ": " + wrong.problem();
            case null, default -> Causes.told(fault);
        };
    }

    private static String name(ArgSpec of) {
        return of instanceof OptionSpec option ? option.longestName() : of.paramLabel();
    }
}
