package dev.marquee.common.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Small things about folders.
 */
final class Folders {
    private Folders() {}

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

    /** A short name for what a set of folders holds: different folders, different names. */
    static String nameFor(Path data, Path imdb) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(data.toRealPath().toString().getBytes(StandardCharsets.UTF_8));
        if (imdb != null) {
            sum.update(("\n" + imdb.toRealPath()).getBytes(StandardCharsets.UTF_8));
        }
        return data.getFileName() + "-" + String.format("%08x", sum.getValue());
    }
}
