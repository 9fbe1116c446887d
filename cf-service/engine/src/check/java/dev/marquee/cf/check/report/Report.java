package dev.marquee.cf.check.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Both reports of a check.
 *
 * @param date of its start
 * @param seconds since then
 * @param options with which it runs, as they were given; may be empty
 * @param finished whether all stages are done
 * @param entries of all stages so far
 */
public record Report(Instant date, long seconds, String options, boolean finished, List<Entry> entries) {
    public static final String MARKDOWN = "report.md";
    public static final String JSON = "report.json";
    private static final int VERSION = 1;

    public Report {
        entries = List.copyOf(entries);
    }

    /** Writes both, in place of what was there. */
    public void write(Path folder) {
        replace(folder.resolve(JSON), json() + "\n");
        replace(folder.resolve(MARKDOWN), new Markdown(this).text());
    }

    /** Everything: format version, date, and the entries with their facts. */
    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("program", "gpu-check");
        object.put("version", VERSION);
        object.put("date", date.toString());
        object.put("seconds", seconds);
        object.put("options", options);
        object.put("finished", finished);
        object.put("entries", entries.stream().map(entry -> Json.read(entry.json())).toList());
        return Json.write(object);
    }

    /** What a stage said. */
    List<Entry> of(String stage) {
        return entries.stream().filter(entry -> entry.stage().equals(stage)).toList();
    }

    Optional<Entry> find(String stage, String part) {
        return of(stage).stream().filter(entry -> entry.part().equals(part)).findFirst();
    }

    private static void replace(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
