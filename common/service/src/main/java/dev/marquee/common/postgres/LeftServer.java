package dev.marquee.common.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier process left in a data folder: a server that still runs is stopped, so that the next one is ours to
 * configure and to stop; and the file {@code postmaster.pid} of one that is gone is deleted where its process id
 * belongs to something else by now, as after a reboot. PostgreSQL would take that for a running server and refuse to
 * start.
 */
final class LeftServer {
    private static final Logger LOG = Logger.getLogger(LeftServer.class);
    private static final long STOP_SECONDS = 20;

    private LeftServer() {}

    /** Call only while holding the folder's lock: then nobody else owns the server. */
    static void clear(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            ProcessHandle process = processOf(pidFile);
            if (process == null) {
                return; // PostgreSQL removes the file itself
            }
            if (serves(process, folder)) {
                stop(process, folder);
            } else {
                LOG.infof("Process %d is not the PostgreSQL of %s, which was not stopped in order: deleting its %s",
                        process.pid(), folder, pidFile.getFileName());
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or delete " + pidFile, e);
        }
    }

    private static @Nullable ProcessHandle processOf(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty()
                    ? null
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive)
                            .orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Process ids are given again, also to the server of another folder. */
    private static boolean serves(ProcessHandle process, Path folder) {
        String command = process.info().command().orElse("");
        if (!command.endsWith("/postgres")) {
            return false;
        }
        // Where a system does not tell the arguments, any server is taken for ours: PostgreSQL itself would not start beside it.
        return process.info().arguments().map(arguments -> Arrays.stream(arguments)
                .anyMatch(argument -> isSame(argument, folder))).orElse(true);
    }

    private static boolean isSame(String argument, Path folder) {
        try {
            return argument.startsWith("/") && Files.isSameFile(Path.of(argument), folder);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void stop(ProcessHandle process, Path folder) {
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
}
