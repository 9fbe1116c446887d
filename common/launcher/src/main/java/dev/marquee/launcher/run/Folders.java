package dev.marquee.launcher.run;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.marquee.common.postgres.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Small things about folders.
 */
final class Folders {
    private static final int LITTLE = 1 << 20;

    private Folders() {}

    /** @throws IOException where not even a little can be written */
    static void requireRoom(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "room", null);
        try {
            Files.write(file, new byte[LITTLE]);
        } finally {
            Files.delete(file);
        }
    }

    /** Deletes a folder with all that is in it; nothing happens where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /**
     * Deletes what a start keeps in its state folder, but no locks: these are files that others may be waiting for.
     *
     * @throws dev.marquee.common.postgres.FolderInUseException if a service runs on a folder within; then nothing is
     *             deleted
     */
    static void empty(Path state) throws IOException {
        List<FolderLock> held = new ArrayList<>();
        try {
            for (Path lock : files(state, Folders::isLock)) {
                String name = lock.getFileName().toString();
                held.add(FolderLock.acquire(
                        lock.resolveSibling(name.substring(0, name.length() - FolderLock.SUFFIX.length()))));
            }
            for (Path file : files(state, path -> !isLock(path) && !Files.isDirectory(path, NOFOLLOW_LINKS))) {
                Files.delete(file);
            }
            for (Path folder : files(state, path -> Files.isDirectory(path, NOFOLLOW_LINKS) && !hasLocks(path))) {
                Files.delete(folder);
            }
        } finally {
            held.forEach(FolderLock::close);
        }
    }

    /** Those within a folder, the innermost first; none where the folder does not exist. */
    private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(wanted).sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static boolean isLock(Path path) {
        return path.getFileName().toString().endsWith(FolderLock.SUFFIX) && Files.isRegularFile(path, NOFOLLOW_LINKS);
    }

    private static boolean hasLocks(Path folder) {
        try {
            return !files(folder, Folders::isLock).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A short name for what a set of folders holds: different folders, different names. */
    static String nameFor(Path data, Optional<Path> imdb) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(data.toRealPath().toString().getBytes(StandardCharsets.UTF_8));
        if (imdb.isPresent()) {
            sum.update(("\n" + imdb.get().toRealPath()).getBytes(StandardCharsets.UTF_8));
        }
        // Without what PostgreSQL's start-up cannot have in a path.
        return String.valueOf(data.getFileName()).replaceAll("[\"$`\\p{Cntrl}]", "_") + "-"
                + String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
