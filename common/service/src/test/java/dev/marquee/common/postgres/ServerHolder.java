package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another process that starts a server on a folder and then waits to be killed.
 *
 * @param process the process
 * @param folder of its server
 */
record ServerHolder(Process process, Path folder) {

    static ServerHolder start(Path folder, Map<String, String> environment) throws Exception {
        Path log = folder.resolveSibling("holder.log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), ServerHolder.class.getName(), folder.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        ServerHolder holder = new ServerHolder(builder.start(), folder);
        Path ready = folder.resolveSibling("ready");
        for (int i = 0; i < 600 && !Files.exists(ready); i++) {
            assertTrue(holder.process.isAlive(), () -> "the holder ended: " + read(log));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return holder;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    /** PostgreSQL's main process. */
    ProcessHandle server() throws Exception {
        return server(folder);
    }

    static ProcessHandle server(Path folder) throws Exception {
        long id = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(id).orElseThrow();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
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
