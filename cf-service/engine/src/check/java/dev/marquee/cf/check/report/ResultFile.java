package dev.marquee.cf.check.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a stage, a line each, appended and on the disk when the call returns: what was found stays, whatever
 * becomes of the process. Of several entries for a part the last counts.
 */
public record ResultFile(Path file) {

    /** The file of a stage below the folder of a check. */
    public static ResultFile of(Path folder, String stage) {
        return new ResultFile(folder.resolve("results").resolve(stage + ".jsonl"));
    }

    public synchronized void append(Entry entry) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer line = StandardCharsets.UTF_8.encode(entry.json() + "\n");
                while (line.hasRemaining()) {
                    out.write(line);
                }
                out.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last entry of each part, in the order in which parts began. */
    public List<Entry> read() {
        Map<String, Entry> last = new LinkedHashMap<>();
        for (String line : lines()) {
            // A line that was being written when the machine went away.
            if (line.endsWith("}}")) {
                Entry entry = Entry.parse(line);
                last.put(entry.part(), entry);
            }
        }
        return new ArrayList<>(last.values());
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what an earlier check left. */
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
