package dev.marquee.common.imports;

import dev.marquee.common.ingest.Rejections;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that imports, and how an import ends. Thread-safe; its callers hold the imports' lock when they launch
 * one.
 */
@Singleton
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int STOP_SECONDS = 10;
    private static final int STORE_SECONDS = 5;

    private final Importer importer;
    private final ImportJobTable table;
    private final MeterRegistry metrics;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("import").daemon(true).factory());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable ImportRun current;

    ImportWorker(Importer importer, ImportJobTable table, MeterRegistry metrics) {
        this.importer = importer;
        this.table = table;
        this.metrics = metrics;
    }

    /** Imports in the background; the run ends, and gives its lock back, when its end is stored. */
    void launch(ImportRequest request, ImportRun run) {
        current = run;
        thread.execute(() -> {
            try {
                work(request, run);
            } finally {
                run.end();
            }
        });
    }

    /** Whether an import runs here, or its end is still to be stored. */
    boolean isBusy() {
        return runningHere() != null;
    }

    private @Nullable ImportRun runningHere() {
        ImportRun run = current;
        return run != null && !run.over() ? run : null;
    }

    boolean runs(long id) {
        ImportRun run = runningHere();
        return run != null && run.id() == id;
    }

    void cancel() {
        ImportRun run = current;
        if (run != null) {
            run.stop(ImportRun.Stop.CANCELLED);
        }
    }

    /** Looks whether the running import may go on. */
    void watch() {
        try {
            ImportRun run = runningHere();
            if (run != null) {
                run.look();
            }
        } catch (RuntimeException e) {
            LOG.debug("Could not look after the running import", e);
        }
    }

    void stop() throws InterruptedException {
        ImportRun run = runningHere();
        if (run != null) {
            run.stop(ImportRun.Stop.SERVICE_ENDS);
        }
        stopping.countDown();
        thread.shutdown();
        if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private void work(ImportRequest request, ImportRun run) {
        LOG.infof("Import %d of %s starts", run.id(), request.path());
        Timer.Sample time = Timer.start(metrics);
        Rejections rejections = new Rejections(request.onError());
        ImportEnd end = run(request, rejections, run);
        LOG.logf(end.error() == null ? Logger.Level.INFO : Logger.Level.WARN,
                "Import %d is %s: %s, %d lines left out%s",
                run.id(), end.state(), end.counts(), rejections.total(),
                end.error() == null ? "" : ": " + end.error());
        store(run.id(), end, rejections);
        measure(time, end.state(), end.counts(), rejections);
    }

    private ImportEnd run(ImportRequest request, Rejections rejections, ImportRun run) {
        try {
            return ImportEnd.completed(importer.run(request, rejections, run));
        } catch (CancellationException e) {
            return ImportEnd.stopped(run.reason());
        } catch (RuntimeException | Error e) {
            return ImportEnd.failed(run.id(), e);
        }
    }

    /** Without its database an import has an end that is not known yet: it is told when the database is back. */
    private void store(long id, ImportEnd end, Rejections rejections) {
        long pause = 1;
        while (true) {
            try {
                table.finish(id, end.state(), end.counts(), rejections, end.error());
                return;
            } catch (RuntimeException e) {
                LOG.warnf("The end of import %d cannot be stored; the next try is in %d s: %s", id, pause,
                        e.getMessage());
            }
            if (stops(pause)) {
                LOG.warnf("The service ends; import %d will be called interrupted at its next start", id);
                return;
            }
            pause = Math.min(2 * pause, STORE_SECONDS);
        }
    }

    private boolean stops(long withinSeconds) {
        try {
            return stopping.await(withinSeconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void measure(Timer.Sample time, ImportJob.State state, Map<String, Long> counts, Rejections rejections) {
        time.stop(Timer.builder("marquee.import").description("Imports by how they ended").tag("state",
                state.name().toLowerCase(Locale.ROOT)).register(metrics));
        counts.forEach((kind, count) -> metrics.counter("marquee.import.rows", "kind", kind).increment(count));
        metrics.counter("marquee.import.rejected").increment((double) rejections.total());
    }
}
