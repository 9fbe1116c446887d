package dev.marquee.common.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One service as a child process whose output goes to a log file.
 */
final class ServiceProcess {
    private static final long STOP_SECONDS = 30;
    private static final int LOG_TAIL = 4_000;

    private final String name;
    private final Process process;
    private final Path log;

    private ServiceProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * @param jar the service's {@code quarkus-run.jar}
     * @param settings its configuration, as system properties
     */
    static ServiceProcess start(String name, Path jar, Path log, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"));
        String more = System.getenv("JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.trim().split("\\s+")));
        }
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dmarquee.end-with-starter=true");
        command.addAll(List.of("-jar", jar.toString()));
        Files.createDirectories(log.getParent());
        // Its standard input is a pipe from this process: it ends when the pipe does (StarterWatch), even by kill -9.
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile())).start();
        return new ServiceProcess(name, process, log);
    }

    static void requireFreePort(int port, String option) {
        try (ServerSocket socket = new ServerSocket(port)) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new UsageError(
                    "Port " + port + " is in use. Stop what uses it, or choose another with " + option + ".");
        }
    }

    /**
     * @throws UsageError with the end of the log, if the service has ended by itself
     */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new UsageError(name + " ended by itself (exit code " + process.exitValue() + "). The end of its log, "
                    + log + ":\n" + logTail());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    /** Asks it to stop, and waits; at last it is killed. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String logTail() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LOG_TAIL));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }
}
