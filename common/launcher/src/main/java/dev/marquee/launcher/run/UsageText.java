package dev.marquee.launcher.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that explain the options of {@code ./run} and its tools. They also say which options there are, to Java and to the
 * script, which checks the options before it builds anything: a line of two blanks and an option's name, then one blank and a word
 * where it takes a value, then two blanks or more and what it is for.
 */
public final class UsageText {
    private static final Pattern OPTION = Pattern.compile("(?m)^  (--[a-z-]+)( \\S+)?(?=  |$)");
    private static final String HELP = "--help";

    private UsageText() {}

    /**
     * @param owner in whose package the files lie
     * @return the files' texts, one after the other
     */
    public static String read(Class<?> owner, String... files) {
        StringBuilder text = new StringBuilder();
        for (String file : files) {
            try (InputStream in = owner.getResourceAsStream(file)) {
                text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text.toString();
    }

    /** The names of the options, with their dashes and without {@code --help}. */
    public static Set<String> options(String text) {
        Set<String> names = new TreeSet<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            names.add(option.group(1));
        }
        names.remove(HELP);
        return names;
    }
}
