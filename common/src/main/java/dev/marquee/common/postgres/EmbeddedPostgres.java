package dev.marquee.common.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A running PostgreSQL server from bundled binaries. With a folder it keeps its data there and a later start goes on with
 * them; without one it is thrown away at the end of the process.
 *
 * <p>
 * One folder serves one process at a time; a second one is refused. The server of a process that was killed is stopped
 * before the folder is used again. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final FolderLock lock;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, FolderLock lock) {
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts a server whose data are deleted when the process ends.
     */
    public static EmbeddedPostgres temporary() {
        return start(null, null);
    }

    /**
     * Starts a server on a folder, which is created where it does not exist.
     *
     * @throws IllegalStateException if another process uses the folder, or the server does not start
     */
    public static EmbeddedPostgres in(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folder for the database " + absolute, e);
        }
        FolderLock lock = FolderLock.acquire(absolute);
        try {
            OrphanedServer.stop(absolute);
            return start(absolute, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path folder, FolderLock lock) {
        var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder().setPGStartupWait(STARTUP_WAIT)
                .setRegisterShutdownHook(folder == null);
        ServerSettings.forThisMachine().forEach(builder::setServerConfig);
        if (folder != null) {
            builder.setDataDirectory(folder.toFile()).setCleanDataDirectory(false);
            // The launcher's defaults (-F, synchronous_commit=off) could lose confirmed writes when the machine goes down.
            builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
        }
        try {
            return new EmbeddedPostgres(builder.start(), lock);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not start"
                    + (folder == null ? "" : " in " + folder) + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getPort();
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
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop cleanly", e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
