package dev.marquee.cf.check.stage;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A part of a stage while it runs: collects what is found, and knows when it is late. */
public final class Part {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final StringBuilder words = new StringBuilder();
    private final long lateAt;

    Part(long lateAt) {
        this.lateAt = lateAt;
    }

    /** What a part does; what it throws fails it. */
    @FunctionalInterface
    public interface Work {
        void run(Part part) throws Exception;
    }

    /** Thrown where a part turns out to have nothing to do. */
    static final class Skipped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Skipped(String why) {
            super(why);
        }
    }

    /** @param value a text, a number or a boolean */
    Part fact(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    /** A clause for people. */
    Part say(String format, Object... arguments) {
        words.append(words.isEmpty() ? "" : "; ").append(String.format(Locale.ROOT, format, arguments));
        return this;
    }

    /** Whether to come to an end with what there is: soon the process is ended. */
    boolean late() {
        return System.nanoTime() - lateAt > 0;
    }

    static void require(boolean met, String format, Object... arguments) {
        if (!met) {
            throw new AssertionError(String.format(Locale.ROOT, format, arguments));
        }
    }

    Map<String, Object> facts() {
        return facts;
    }

    String words() {
        return words.toString();
    }
}
