package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.CommandLines;

/**
 * Entry point of {@code ./run}. Expects the system property {@code marquee.checkout}: the folder with the built
 * services.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        CommandLines.main(RunCommand.line(), args);
    }
}
