package dev.marquee.common.postgres;

import dev.marquee.common.error.Causes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A running PostgreSQL server from bundled binaries. With a folder it keeps its data there and a later start goes on
 * with them; without one it is thrown away when it is closed.
 *
 * <p>
 * One folder serves one process at a time; a second one is refused. The server depends on nothing of the environment,
 * neither locale nor variables. It ends with the process that started it, even one that is killed; when it ends by
 * itself, it is started again on the same port. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final String USER = "postgres";
    private static final int PORTS_TO_TRY = 3;
    /** A server that ends sooner than this after its start will do so again. */
    private static final long STEADY_NANOS = 5_000_000_000L;
    private static final int MOST_SHORT_RUNS = 3;

    private final Binaries binaries = Binaries.unpacked();
    private final Path folder;
    private final FolderLock lock;
    private final @Nullable Path temporary;
    private int port;
    /** The last that took statements; {@code null} until the first does. */
    private @Nullable ServerProcess server;
    private long startedAt;
    private int shortRuns;
    private boolean closed;
    private volatile Consumer<String> givenUp = reason -> {};

    /** @param temporary what is deleted when it is closed; {@code null}: nothing */
    private EmbeddedPostgres(Path folder, FolderLock lock, @Nullable Path temporary) {
        this.folder = folder;
        this.lock = lock;
        this.temporary = temporary;
    }

    /**
     * Starts a server whose data are deleted when it is closed.
     */
    public static EmbeddedPostgres temporary() {
        try {
            Path temporary = Files.createTempDirectory("marquee-database");
            EmbeddedPostgres database = start(temporary.resolve("data"), temporary);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a temporary folder: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a server on a folder, which is created where it does not exist.
     *
     * @throws IllegalStateException if another process uses the folder, or the server does not start
     */
    public static EmbeddedPostgres in(Path folder) {
        return start(folder.toAbsolutePath().normalize(), null);
    }

    private static EmbeddedPostgres start(Path folder, @Nullable Path temporary) {
        FolderLock lock = FolderLock.acquire(folder);
        try {
            EmbeddedPostgres database = new EmbeddedPostgres(folder, lock, temporary);
            LeftServer.clear(folder);
            DataFolder.prepare(database.binaries, folder, USER);
            database.startOnFreePort();
            return database;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private synchronized void startOnFreePort() {
        for (int left = PORTS_TO_TRY;; left--) {
            port = freePort();
            try {
                startServer();
                return;
            } catch (IllegalStateException e) {
                // Another program may take the port between the two steps.
                if (left == 1 || !Causes.told(e).contains("could not create any TCP/IP sockets")) {
                    throw e;
                }
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // startAgain tells of its failures
    private void startServer() {
        ServerProcess started = ServerProcess.start(binaries, folder, port, temporary == null);
        try {
            Readiness.await(started, source());
        } catch (IllegalStateException e) {
            started.stop();
            throw new IllegalStateException("The embedded PostgreSQL did not start in " + folder + ": "
                    + e.getMessage(), e.getCause());
        }
        started.forgetWords();
        server = started;
        startedAt = System.nanoTime();
        started.ended().thenRunAsync(() -> startAgain(started),
                action -> Thread.ofPlatform().daemon().name("postgres-restart").start(action));
    }

    private void startAgain(ServerProcess old) {
        String failure = tryToStartAgain(old);
        if (failure != null) {
            givenUp.accept(failure); // not while synchronized: it may end the process, which closes this
        }
    }

    /** @return why not, or {@code null} */
    private synchronized @Nullable String tryToStartAgain(ServerProcess old) {
        if (closed) {
            return null;
        }
        old.stop();
        shortRuns = System.nanoTime() - startedAt < STEADY_NANOS ? shortRuns + 1 : 0;
        if (shortRuns == MOST_SHORT_RUNS) {
            return "The embedded PostgreSQL in " + folder + " ends again and again: " + old.lastWords();
        }
        LOG.warnf("The embedded PostgreSQL ended by itself and is started again. Its last words: %s", old.lastWords());
        try {
            LeftServer.clear(folder);
            startServer();
            LOG.infof("The embedded PostgreSQL is back on port %d", port);
            return null;
        } catch (RuntimeException e) {
            return Causes.told(e);
        }
    }

    /** What to do when the server ended and cannot be started again: the text says why, in one line. */
    public void whenGivenUp(Consumer<String> action) {
        givenUp = action;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port for the embedded PostgreSQL", e);
        }
    }

    /** Of connections that belong to nobody else: each is opened when it is asked for, and closed for good. */
    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUser(USER);
        source.setPassword(USER);
        return source;
    }

    public synchronized int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
    }

    public String user() {
        return USER;
    }

    /** The server listens on the loopback address only, with trust authentication; the word is not a secret. */
    public String password() {
        return USER;
    }

    /**
     * The Quarkus configuration that makes both the reactive and the JDBC pool use this server.
     */
    public Map<String, String> quarkusConfig() {
        return Map.of("quarkus.datasource.username", user(), "quarkus.datasource.password", password(),
                "quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + port() + "/postgres",
                "quarkus.datasource.jdbc.url", jdbcUrl());
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (server != null) {
            server.stop();
        }
        if (temporary != null) {
            try {
                lock.close();
                DataFolder.delete(temporary);
            } catch (IOException e) {
                LOG.debugf("%s is left: %s", folder, e.getMessage());
            }
        }
        lock.close();
    }
}
