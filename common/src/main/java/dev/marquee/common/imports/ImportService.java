package dev.marquee.common.imports;

import dev.marquee.common.error.Conflict;
import dev.marquee.common.error.RecommenderException;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.jobs.JobLock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
    private static final int STOP_SECONDS = 10;

    private final Importer importer;
    private final ImportFolders folders;
    private final ImportJobTable table;
    private final DataSource database;
    private final MeterRegistry metrics;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("import").daemon(true).factory());
    private volatile ImportRun current;

    ImportService(Importer importer, ImportFolders folders, ImportJobTable table, DataSource database,
            MeterRegistry metrics) {
        this.importer = importer;
        this.folders = folders;
        this.table = table;
        this.database = database;
        this.metrics = metrics;
    }

    void markInterrupted(@Observes StartupEvent event) {
        JobLock.tryAcquire(database, LOCK).ifPresent(lock -> {
            try (lock) {
                int interrupted = table.markInterrupted();
                if (interrupted > 0) {
                    LOG.warn("An import was interrupted when the service ended; nothing of it was kept");
                }
            }
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ImportRun running = current;
        if (running != null) {
            running.cancel();
        }
        worker.shutdown();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    /**
     * @return the running job
     * @throws dev.marquee.common.error.InvalidRequest if a folder cannot be used
     * @throws Conflict if an import is running, with its id
     */
    public ImportJob start(ImportRequest request) {
        folders.check(request);
        JobLock lock = JobLock.tryAcquire(database, LOCK).orElseThrow(this::alreadyRunning);
        try {
            table.markInterrupted();
            long id = table.insert(request);
            ImportRun run = new ImportRun(table, id);
            current = run;
            worker.execute(() -> {
                try (lock) {
                    work(id, request, run);
                }
            });
            return get(id);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Conflict alreadyRunning() {
        String id = table.running().map(job -> Long.toString(job.id())).orElse("unknown");
        return new Conflict("Import " + id + " is running. Wait for its end; GET /api/v1/imports/" + id
                + " tells how far it is.", id);
    }

    private void work(long id, ImportRequest request, ImportRun run) {
        LOG.infof("Import %d of %s starts", id, request.path());
        Timer.Sample time = Timer.start(metrics);
        Rejections rejections = new Rejections(request.onError());
        ImportJob.State state = ImportJob.State.FAILED;
        Map<String, Long> counts = Map.of();
        String error = null;
        try {
            counts = importer.run(request, rejections, run);
            state = ImportJob.State.COMPLETED;
            LOG.infof("Import %d is complete: %s, %d lines left out", id, counts, rejections.total());
        } catch (CancellationException e) {
            state = ImportJob.State.INTERRUPTED;
            error = "The service was stopped during this import; nothing of it was kept. Start it again.";
        } catch (RecommenderException e) {
            error = e.getMessage();
            LOG.warnf("Import %d failed: %s", id, error);
        } catch (RuntimeException | Error e) {
            error = "Something went wrong that should not; nothing was imported. The log has the details: " + e;
            LOG.errorf(e, "Import %d failed", id);
        }
        table.finish(id, state, counts, rejections.total(), rejections.listed(), error);
        measure(time, state, counts, rejections);
    }

    private void measure(Timer.Sample time, ImportJob.State state, Map<String, Long> counts, Rejections rejections) {
        time.stop(Timer.builder("marquee.import").description("Imports by how they ended").tag("state",
                state.name().toLowerCase(java.util.Locale.ROOT)).register(metrics));
        counts.forEach((kind, count) -> metrics.counter("marquee.import.rows", "kind", kind).increment(count));
        metrics.counter("marquee.import.rejected").increment(rejections.total());
    }

    /**
     * @throws UnknownId where there is none
     */
    public ImportJob get(long id) {
        return table.find(id).orElseThrow(() -> new UnknownId("import", id));
    }

    /** Newest first. */
    public List<ImportJob> list(int page, int size) {
        return table.latest(page, size);
    }

    public long count() {
        return table.count();
    }
}
