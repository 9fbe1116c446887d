package dev.marquee.common.imports;

import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.jobs.JobLock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * One running import: writes its progress to the job's row about twice a second, and carries the wish to stop.
 * Thread-safe.
 */
final class ImportRun implements IngestProgress {
    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final long WRITE_EVERY_NANOS = 500_000_000L;

    /** Why an import is to stop. */
    enum Stop {
        CANCELLED, SERVICE_ENDS,
        /** It no longer holds the lock, or is called ended: another one may run already. */
        LOST
    }

    private final ImportJobTable table;
    private final JobLock lock;
    private final long id;
    private final AtomicLong lastWrite = new AtomicLong(System.nanoTime() - WRITE_EVERY_NANOS);
    private final AtomicReference<Stop> stop = new AtomicReference<>();
    private volatile boolean over;

    ImportRun(ImportJobTable table, JobLock lock, long id) {
        this.table = table;
        this.lock = lock;
        this.id = id;
    }

    long id() {
        return id;
    }

    @Override
    public void report(String phase, long rows, long done, long total) {
        long now = System.nanoTime();
        long last = lastWrite.get();
        if (now - last >= WRITE_EVERY_NANOS && lastWrite.compareAndSet(last, now)) {
            try {
                table.progress(id, phase, rows, total > 0 ? Math.min(1.0, (double) done / total) : 0);
            } catch (RuntimeException e) {
                // Whether the import can go on without the database, it finds out by itself.
                LOG.debugf(e, "The progress of import %d could not be stored", id);
            }
        }
    }

    /** Looks whether it may go on: what its row says, and whether it still holds the lock. */
    void look() {
        if (over || cancelled()) {
            return;
        }
        if (!lock.isHeld()) {
            stop(Stop.LOST);
            return;
        }
        switch (table.word(id)) {
            case GO_ON -> {
            }
            case CANCEL -> stop(Stop.CANCELLED);
            case LOST -> stop(Stop.LOST);
        }
    }

    /** The first reason counts. */
    void stop(Stop why) {
        if (stop.compareAndSet(null, why)) {
            LOG.infof("Import %d is to stop: %s", id, why);
        }
    }

    @Override
    public boolean cancelled() {
        return stop.get() != null;
    }

    /** Why it stopped. */
    Stop reason() {
        Stop why = stop.get();
        return why == null ? Stop.LOST : why;
    }

    /** Whether it has come to its end, and its end is stored. */
    boolean over() {
        return over;
    }

    /** Ends it, and gives others the lock. */
    void end() {
        over = true;
        lock.close();
    }
}
