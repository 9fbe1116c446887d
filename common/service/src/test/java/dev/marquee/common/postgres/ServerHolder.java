package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another process that starts a server on a folder and then waits to be killed. Closing it leaves nothing that writes
 * into the folder: the server of a killed process goes on for a moment.
 *
 * @param process the process
 * @param folder of its server
 * @param server PostgreSQL's main process
 */
record ServerHolder(Process process, Path folder, ProcessHandle server) implements AutoCloseable {
    private static final long SECONDS = 60;

    static ServerHolder start(Path folder, Map<String, String> environment) throws Exception {
        Path log = folder.resolveSibling("holder.log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), ServerHolder.class.getName(), folder.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Path ready = folder.resolveSibling("ready");
        for (int i = 0; i < 600 && !Files.exists(ready); i++) {
            assertTrue(process.isAlive(), () -> "the holder ended: " + read(log));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return new ServerHolder(process, folder, server(folder));
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    /** PostgreSQL's main process on a folder. */
    static ProcessHandle server(Path folder) throws Exception {
        long id = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(id).orElseThrow();
    }

    /** Ends the process alone: its server ends later, if something stops it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        kill();
        try {
            server.onExit().get(SECONDS, TimeUnit.SECONDS);
        } finally {
            server.destroyForcibly();
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        EmbeddedPostgres server = EmbeddedPostgres.in(folder);
        TestDatabase.execute(server, "create table kept as select 7 as answer");
        Files.writeString(folder.resolveSibling("port"), Integer.toString(server.port()));
        Files.createFile(folder.resolveSibling("ready"));
        Thread.currentThread().join();
    }
}
