package dev.marquee.common.imports;

import dev.marquee.common.error.Conflict;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.jobs.JobLock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Runs imports in the background, one at a time over all replicas. Its methods block on the database; call them from
 * worker threads. Thread-safe.
 */
@Singleton
public class ImportService {
    private static final Logger LOG = Logger.getLogger(ImportService.class);
    private static final String LOCK = "import";
    private static final int LOOK_SECONDS = 30;
    private static final int WATCH_SECONDS = 1;
    private static final long HANDOVER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long HANDOVER_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ImportWorker worker;
    private final ImportFolders folders;
    private final ImportJobTable table;
    private final DataSource database;
    private final ScheduledExecutorService looks = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("import-watch").daemon(true).factory());

    ImportService(ImportWorker worker, ImportFolders folders, ImportJobTable table, DataSource database) {
        this.worker = worker;
        this.folders = folders;
        this.table = table;
        this.database = database;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // both say themselves what went wrong
    void start(@Observes StartupEvent event) {
        look();
        looks.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        looks.scheduleWithFixedDelay(worker::watch, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        looks.shutdownNow();
        worker.stop();
    }

    private void look() {
        try {
            markInterrupted();
        } catch (RuntimeException e) {
            LOG.warnf("Could not look for interrupted imports; the next look is in %d s: %s", LOOK_SECONDS, e);
        }
    }

    /**
     * An import that is called running while nobody holds the imports' lock has ended, as its service has, or the
     * connection that held the lock. One that runs here says so itself.
     */
    void markInterrupted() {
        // Without a look first, the lock would now and then be taken from someone who is about to start an import.
        if (table.running().filter(job -> !worker.runs(job.id())).isPresent()) {
            JobLock.tryAcquire(database, LOCK).ifPresent(lock -> {
                try (lock) {
                    if (table.markInterrupted() > 0) {
                        LOG.warn("An import was interrupted when its service ended");
                    }
                }
            });
        }
    }

    /**
     * @return the running job
     * @throws dev.marquee.common.error.InvalidRequest if a folder cannot be used
     * @throws Conflict if an import is running, with its id
     */
    public ImportJob start(ImportRequest request) {
        folders.check(request);
        return find(launch(request));
    }

    private long launch(ImportRequest request) {
        JobLock lock = lock();
        try {
            table.markInterrupted();
            ImportRun run = new ImportRun(table, lock, table.insert(request));
            worker.launch(request, run);
            return run.id();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** An import that has ended holds the lock for a moment longer: whoever saw its end may start the next one. */
    private JobLock lock() {
        long giveUp = System.nanoTime() + HANDOVER_NANOS;
        while (true) {
            Optional<JobLock> lock = worker.isBusy() ? Optional.empty() : JobLock.tryAcquire(database, LOCK);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (table.running().isPresent() || System.nanoTime() > giveUp) {
                throw alreadyRunning();
            }
            LockSupport.parkNanos(HANDOVER_POLL_NANOS);
        }
    }

    private Conflict alreadyRunning() {
        String id = table.running().map(job -> Long.toString(job.id())).orElse("unknown");
        return new Conflict("Import " + id + " is running. Wait for its end, or cancel it: DELETE /api/v1/imports/" + id
                + "; GET tells how far it is.", id);
    }

    /**
     * Asks an import to stop; it does so before its next step. One that has ended stays as it is.
     *
     * @throws UnknownId where there is none
     */
    public ImportJob cancel(long id) {
        if (table.requestCancel(id) && worker.runs(id)) {
            worker.cancel();
        }
        return get(id);
    }

    /**
     * @throws UnknownId where there is none
     */
    public ImportJob get(long id) {
        ImportJob job = find(id);
        if (!job.running() || worker.runs(id)) {
            return job;
        }
        markInterrupted();
        return find(id);
    }

    private ImportJob find(long id) {
        return table.find(id).orElseThrow(() -> new UnknownId("import", id));
    }

    /** Newest first. */
    public List<ImportJob> list(int page, int size) {
        markInterrupted();
        return table.latest(page, size);
    }

    public long count() {
        return table.count();
    }
}
