package dev.marquee.launcher.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Where a service writes what it has to say. It writes its log itself, and begins a new file at each start and when one
 * is full, so that the log neither grows without bound nor ends with {@code ./run}. What comes before there is a log,
 * or past it, such as a JVM that does not start, goes to a file of its own.
 */
final class ServiceLog {
    private static final int TAIL = 4_000;
    private static final String FULL = "10M";
    private static final int OLD_FILES = 3;

    private final Path log;
    private final Path output;
    private final Instant since = Instant.now();

    /** @param folder for the files, which is made where there is none */
    ServiceLog(Path folder, String service) throws IOException {
        Files.createDirectories(folder);
        log = folder.resolve(service + ".log");
        output = folder.resolve(service + ".out");
    }

    /** The configuration that makes the service write here. */
    Map<String, String> settings() {
        return Map.of("quarkus.log.file.enabled", "true", "quarkus.log.file.path", log.toString(),
                "quarkus.log.file.rotation.max-file-size", FULL, "quarkus.log.file.rotation.max-backup-index",
                Integer.toString(OLD_FILES), "quarkus.log.console.enabled", "false");
    }

    /** Takes what the process prints; it is written anew at each start. */
    Path output() {
        return output;
    }

    Path file() {
        return log;
    }

    /** The end of all that was written since the start. */
    String tail() {
        try {
            boolean logged = Files.exists(log) && !Files.getLastModifiedTime(log).toInstant().isBefore(since);
            return (logged ? end(log) : "") + (Files.exists(output) ? end(output) : "");
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    private static String end(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8);
        }
    }
}
