package dev.marquee.common.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One run of PostgreSQL's server. Between it and this process stands a shell that waits at the other end of a pipe, and
 * stops the server when the pipe is closed: by {@link #stop}, or by the operating system when this process ends,
 * however it ends.
 */
final class ServerProcess {
    private static final Logger LOG = Logger.getLogger("dev.marquee.postgres");
    private static final long STOP_SECONDS = 25;
    private static final int KEPT_LINES = 30;

    /**
     * Ctrl-C reaches all processes of a terminal's foreground group: the shell ignores it, and the server leaves the
     * group. After {@code exec} the server alone holds the pipe of its messages, whose end therefore says that it is
     * gone.
     */
    private static final String GUARD = """
            trap '' INT TERM HUP QUIT
            if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"
            elif command -v perl >/dev/null 2>&1; then set -- perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' "$@"
            fi
            "$@" </dev/null &
            exec >/dev/null 2>&1
            cat
            kill -INT $!
            wait $!
            """;

    private final Process guard;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private ServerProcess(Process guard) {
        this.guard = guard;
    }

    static ServerProcess start(Binaries binaries, Path folder, int port, boolean durable) {
        List<String> arguments = new ArrayList<>(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        arguments.addAll(ServerSettings.asArguments(durable));
        try {
            Process guard = binaries.command(List.of("sh", "-c", GUARD, "sh"), "postgres", arguments).start();
            ServerProcess server = new ServerProcess(guard);
            Thread.ofPlatform().daemon().name("postgres-" + port).start(server::follow);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    private void follow() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(guard.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                // What a statement did wrong its sender hears, too.
                LOG.log(line.contains(" PANIC: ") ? Logger.Level.ERROR : Logger.Level.DEBUG, line);
            }
        } catch (IOException e) {
            LOG.debug("The messages of PostgreSQL cannot be read", e);
        } finally {
            ended.complete(null);
        }
    }

    private synchronized void keep(String line) {
        if (lastLines.size() == KEPT_LINES) {
            lastLines.removeFirst();
        }
        lastLines.addLast(line);
    }

    synchronized void forgetWords() {
        lastLines.clear();
    }

    /** Completes when the server and all its processes are gone. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Why it did not start, or why it ended, in one line. */
    synchronized String lastWords() {
        return ServerMessages.inOneLine(List.copyOf(lastLines));
    }

    /** Stops it: transactions are rolled back, what is confirmed is written. Returns when it is gone. */
    void stop() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warnf("PostgreSQL did not stop within %d s and is killed; it recovers at its next start",
                        STOP_SECONDS);
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
