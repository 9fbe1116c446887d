package dev.marquee.common.imports;

import dev.marquee.common.ingest.IngestProgress;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Follows one running import: writes its progress to the job's row about twice a second, and carries the wish to stop.
 * Thread-safe.
 */
final class ImportRun implements IngestProgress {
    private static final long WRITE_EVERY_NANOS = 500_000_000L;

    private final ImportJobTable table;
    private final long id;
    private final AtomicLong lastWrite = new AtomicLong(System.nanoTime() - WRITE_EVERY_NANOS);
    private volatile boolean cancelled;

    ImportRun(ImportJobTable table, long id) {
        this.table = table;
        this.id = id;
    }

    @Override
    public void report(String phase, long rows, long done, long total) {
        long now = System.nanoTime();
        long last = lastWrite.get();
        if (now - last >= WRITE_EVERY_NANOS && lastWrite.compareAndSet(last, now)) {
            table.progress(id, phase, rows, total > 0 ? Math.min(1.0, (double) done / total) : 0);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }
}
