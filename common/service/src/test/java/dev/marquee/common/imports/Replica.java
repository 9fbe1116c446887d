package dev.marquee.common.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A service whose imports do as a test tells them, and whose database may go away. */
final class Replica {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final DataSource database;
    final ImportWorker worker;
    final ImportService service;
    volatile boolean databaseAway;
    /** What the running import does, again and again, until it returns counts. */
    volatile Step step;

    /** A step of an import. */
    interface Step {
        /** Returns the counts at the end, and {@code null} before. */
        Map<String, Long> take(Rejections rejections);
    }

    Replica(DataSource real) {
        database = mayBeAway(real);
        ImportJobTable table = new ImportJobTable(database, new ObjectMapper());
        worker = new ImportWorker(this::run, table, new SimpleMeterRegistry());
        service = new ImportService(worker, new ImportFolders(Optional::<Path>empty), table, database);
    }

    private DataSource mayBeAway(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(Replica.class.getClassLoader(), new Class<?>[]{DataSource.class},
                (proxy, method, arguments) -> {
                    if (databaseAway) {
                        throw new SQLException("Connection refused", "08001");
                    }
                    return method.invoke(real, arguments);
                });
    }

    private Map<String, Long> run(ImportRequest request, Rejections rejections, IngestProgress progress) {
        while (true) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            progress.report("ratings.csv", 1, 1, 2);
            Map<String, Long> counts = step.take(rejections);
            if (counts != null) {
                return counts;
            }
            pause();
        }
    }

    /** Starts an import that goes on until it is told otherwise. */
    long start(Path folder) {
        step = rejections -> null;
        return service.start(new ImportRequest(folder.toString(), null, OnError.SKIP, ConflictRule.NEWER)).id();
    }

    /** Waits for the import's end. */
    ImportJob end(long id) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        ImportJob job = service.get(id);
        while (job.running()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still running: " + job);
            }
            pause();
            job = service.get(id);
        }
        return job;
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }
}
