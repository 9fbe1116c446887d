package dev.marquee.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads settings one by one and refuses what they cannot be.
 */
final class SettingReader {
    private static final String PREFIX = "load.";
    private static final int DAY_SECONDS = 86_400;

    private final Map<String, String> properties;
    private final Map<String, String> environment;
    private final Set<String> known = new TreeSet<>();

    SettingReader(Map<String, String> properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    static String variable(String name) {
        return (PREFIX + name).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    String word(String name, String otherwise) {
        known.add(PREFIX + name);
        String given = properties.getOrDefault(PREFIX + name, environment.get(variable(name)));
        return given == null || given.isBlank() ? otherwise : given.strip();
    }

    String url(String name, String otherwise) {
        String given = word(name, otherwise);
        try {
            URI uri = new URI(given);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null
                    && uri.getQuery() == null && uri.getFragment() == null) {
                return given.replaceAll("/+$", "");
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw bad(name, given, "an address such as " + otherwise);
    }

    double number(String name, double otherwise, double least, double most) {
        String given = word(name, Double.toString(otherwise));
        try {
            double value = Double.parseDouble(given);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad(name, given, "a number from " + plain(least) + " to " + plain(most));
    }

    int whole(String name, int otherwise, int least, int most) {
        String given = word(name, Integer.toString(otherwise));
        try {
            int value = Integer.parseInt(given);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad(name, given, "a whole number from " + least + " to " + most);
    }

    Duration seconds(String name, int otherwise, int least) {
        return Duration.ofSeconds(whole(name, otherwise, least, DAY_SECONDS));
    }

    <E extends Enum<E>> E oneOf(String name, E otherwise) {
        String given = word(name, otherwise.name());
        E[] allowed = otherwise.getDeclaringClass().getEnumConstants();
        for (E value : allowed) {
            if (value.name().equalsIgnoreCase(given)) {
                return value;
            }
        }
        throw bad(name, given, "one of " + Arrays.toString(allowed).toLowerCase(Locale.ROOT));
    }

    /** Only system properties: a cluster puts variables of its own into the environment of a container. */
    void refuseUnknown() {
        properties.keySet().stream().filter(name -> name.startsWith(PREFIX) && !known.contains(name)).sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new BadSetting(
                            "There is no setting " + name + ". There are: " + String.join(", ", known) + ".");
                });
    }

    private static BadSetting bad(String name, String given, String allowed) {
        return new BadSetting(
                PREFIX + name + " (or " + variable(name) + ") must be " + allowed + ", is " + given + ".");
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
