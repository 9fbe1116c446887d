package dev.marquee.cf.tool;

import dev.marquee.common.error.InvalidRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A command line of options with values, {@code --name value} or {@code --name=value}.
 */
final class Arguments {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final boolean help;

    /**
     * @param known names of the options, with their dashes
     * @param repeatable those that may be given more than once
     * @throws InvalidRequest for an unknown, repeated or incomplete one
     */
    Arguments(String[] args, Set<String> known, Set<String> repeatable) {
        boolean asked = false;
        for (int i = 0; i < args.length; i++) {
            int equals = args[i].startsWith("--") ? args[i].indexOf('=') : -1;
            String name = equals < 0 ? args[i] : args[i].substring(0, equals);
            if (name.equals("--help") || name.equals("-h")) {
                asked = true;
                continue;
            }
            if (!known.contains(name)) {
                throw new InvalidRequest(name, "is no option; see --help");
            }
            if (equals < 0 && (++i >= args.length || args[i].startsWith("--"))) {
                throw new InvalidRequest(name, "needs a value");
            }
            List<String> given = values.computeIfAbsent(name, key -> new ArrayList<>());
            if (!given.isEmpty() && !repeatable.contains(name)) {
                throw new InvalidRequest(name, "is given twice");
            }
            given.add(equals < 0 ? args[i] : args[i].substring(equals + 1));
        }
        help = asked;
    }

    boolean help() {
        return help;
    }

    Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** @param problem what to say where it is missing */
    String required(String name, String problem) {
        return find(name).orElseThrow(() -> new InvalidRequest(name, problem));
    }

    <T> T get(String name, T otherwise, Function<String, T> parser) {
        return find(name).map(text -> parsed(name, text, parser)).orElse(otherwise);
    }

    /** Values between commas. */
    <T> List<T> list(String name, List<T> otherwise, Function<String, T> parser) {
        return find(name).map(text -> split(name, text).stream().map(part -> parsed(name, part, parser)).toList())
                .orElse(otherwise);
    }

    static List<String> split(String name, String text) {
        List<String> parts = List.of(text.split(",", -1)).stream().map(String::trim).toList();
        if (parts.stream().anyMatch(String::isEmpty)) {
            throw new InvalidRequest(name, "needs values between its commas, is '" + text + "'");
        }
        return parts;
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new InvalidRequest(name, "must be a number, is '" + text + "'");
        }
    }
}
