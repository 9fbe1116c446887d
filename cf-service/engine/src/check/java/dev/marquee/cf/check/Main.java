package dev.marquee.cf.check;

import java.util.stream.Stream;

/** {@code check}: finds out what a device does, within minutes. */
public final class Main {
    private static final int WRONG_OPTIONS = 2;

    private Main() {}

    public static void main(String[] arguments) {
        CheckOptions options;
        try {
            options = CheckOptions.parse(Stream.of(arguments).toList(), System.getenv());
        } catch (CheckOptions.Wrong e) {
            System.err.println("check: " + e.getMessage() + " --help shows all options.");
            System.exit(WRONG_OPTIONS);
            return;
        }
        if (options.help()) {
            System.out.print(CheckOptions.usage());
            return;
        }
        System.exit(CheckRun.of(options).run());
    }
}
