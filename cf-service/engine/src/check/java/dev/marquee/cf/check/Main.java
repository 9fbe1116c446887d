package dev.marquee.cf.check;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
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
        System.exit(run(options));
    }

    /** One at a time writes into a folder. */
    private static int run(CheckOptions options) {
        try {
            Files.createDirectories(options.out);
            try (FileChannel file = FileChannel.open(options.out.resolve(".lock"), CREATE, WRITE);
                    FileLock lock = file.tryLock()) {
                if (lock == null) {
                    System.err.println("check: Another check writes into " + options.out + "; name another by --out.");
                    return WRONG_OPTIONS;
                }
                return CheckRun.of(options).run();
            }
        } catch (IOException e) {
            System.err.println("check: Cannot write into " + options.out + ": " + e);
            return WRONG_OPTIONS;
        }
    }
}
