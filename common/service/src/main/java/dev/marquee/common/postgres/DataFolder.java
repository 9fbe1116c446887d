package dev.marquee.common.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with a server's data. It is made beside its place and moved there when it is complete, so that a start that
 * was cut off leaves nothing that a later one would take for data.
 */
final class DataFolder {
    private static final String VERSION_FILE = "PG_VERSION";
    /**
     * PostgreSQL's own: letters and their order are known without the machine's locales, and are the same everywhere.
     */
    private static final List<String> LOCALE = List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8", "--text-search-config=english");

    private static final Pattern SETTING_OF_LOCALE = Pattern
            .compile("(?m)^(lc_(?:messages|monetary|numeric|time))\\b.*$");

    private DataFolder() {}

    /** Makes the folder ready for a start. Call only while holding its lock. */
    static void prepare(Binaries binaries, Path folder, String user) {
        try {
            if (Files.exists(folder.resolve(VERSION_FILE))) {
                forgetLocales(folder.resolve("postgresql.conf"));
                return;
            }
            requireEmpty(folder);
            Path place = Files.exists(folder) ? folder.toRealPath() : folder; // a link keeps leading to where it leads
            Path unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
            delete(unfinished);
            initialise(binaries, unfinished, user);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the database folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Earlier versions wrote down the machine's locales. One that is missing now would be an error although nothing
     * uses it.
     */
    private static void forgetLocales(Path settings) throws IOException {
        if (!Files.exists(settings)) {
            return;
        }
        String before = Files.readString(settings, StandardCharsets.ISO_8859_1);
        String after = SETTING_OF_LOCALE.matcher(before).replaceAll("$1 = 'C'");
        if (!after.equals(before)) {
            Files.writeString(settings, after, StandardCharsets.ISO_8859_1);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalStateException("The folder " + folder + " is neither empty nor a database (it has no "
                        + VERSION_FILE + "). Move it away, or give another folder (marquee.data-dir).");
            }
        }
    }

    private static void initialise(Binaries binaries, Path folder, String user) throws IOException {
        List<String> arguments = Stream.concat(
                Stream.of("-D", folder.toString(), "-U", user, "-A", "trust", "--no-instructions"), LOCALE.stream())
                .toList();
        Process process = binaries.command(List.of(), "initdb", arguments).start();
        process.getOutputStream().close();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        try {
            if (process.waitFor() != 0) {
                delete(folder);
                throw new IllegalStateException("PostgreSQL's initdb failed for " + folder + ": "
                        + ServerMessages.inOneLine(said));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating " + folder, e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
