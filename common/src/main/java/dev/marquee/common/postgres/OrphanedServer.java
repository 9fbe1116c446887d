package dev.marquee.common.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The server of a process that was killed lives on, because PostgreSQL detaches itself. It is stopped, so that the next
 * one is ours to configure and to stop.
 */
final class OrphanedServer {
    private static final Logger LOG = Logger.getLogger(OrphanedServer.class);
    private static final long STOP_SECONDS = 20;

    private OrphanedServer() {}

    /** Call only while holding the folder's lock: then nobody else owns the server. */
    static void stop(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle process = processOf(pidFile);
        if (process == null || !process.info().command().orElse("").endsWith("/postgres")) {
            return; // a stale file, which PostgreSQL removes itself
        }
        LOG.infof("Stopping the PostgreSQL that an earlier, killed process left behind (pid %d)", process.pid());
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while stopping the orphaned PostgreSQL of " + folder, e);
        }
    }

    private static ProcessHandle processOf(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty() ? null : ProcessHandle.of(Long.parseLong(lines.get(0).trim())).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
