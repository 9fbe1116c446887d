package dev.marquee.similarity.app;

import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.ImdbFiles;
import dev.marquee.common.ingest.IngestProgress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the progress of an import's phases into that of the whole: each file that is read counts by its size, and
 * storing and indexing the movies by fixed shares. Thread-safe, as far as the progress behind it is.
 */
final class CatalogueSteps implements IngestProgress {
    private static final long WHOLE = 1000;
    private static final long STORING = 700;
    private static final long INDEXING = 950;

    private final IngestProgress whole;
    private final Map<String, Long> before;
    private final long bytes;

    /** @param sizes of the files, in the order in which they are read */
    CatalogueSteps(Map<String, Long> sizes, IngestProgress whole) {
        this.whole = whole;
        Map<String, Long> sums = new LinkedHashMap<>();
        long sum = 0;
        for (Map.Entry<String, Long> file : sizes.entrySet()) {
            sums.put(file.getKey(), sum);
            sum += file.getValue();
        }
        this.before = Map.copyOf(sums);
        this.bytes = Math.max(1, sum);
    }

    /** @param imdb folder with IMDb's files, or {@code null} */
    static CatalogueSteps of(DatasetFolder folder, @Nullable Path imdb, IngestProgress whole) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        Stream.of(folder.moviesIfPresent(), folder.links(), folder.tags()).flatMap(file -> file.stream())
                .forEach(file -> sizes.put(file.getFileName().toString(), file.toFile().length()));
        if (imdb != null) {
            ImdbFiles.ALL.forEach(name -> sizes.put(name, imdb.resolve(name).toFile().length()));
        }
        return new CatalogueSteps(sizes, whole);
    }

    @Override
    public void report(String phase, long rows, long done, long total) {
        Long start = before.get(phase);
        double part = total > 0 ? Math.min(1, (double) done / total) : 0;
        long reached = start != null
                ? Math.round(STORING * Math.min(1, (double) (start + done) / bytes))
                : phase.equals("index") ? INDEXING : Math.round(STORING + (INDEXING - STORING) * part);
        whole.report(phase, rows, reached, WHOLE);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
