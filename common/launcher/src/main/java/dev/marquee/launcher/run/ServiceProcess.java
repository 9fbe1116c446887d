package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.net.ServerSocket;
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

    private final String name;
    private final Process process;
    private final ServiceLog log;

    ServiceProcess(String name, Process process, ServiceLog log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * @param jar the service's {@code quarkus-run.jar}
     * @param logs folder for what it has to say
     * @param settings its configuration, as system properties
     */
    static ServiceProcess start(String name, Path jar, Path logs, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(JavaOptions.ofServices());
        ServiceLog log = new ServiceLog(logs, name);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        log.settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dmarquee.end-with-starter=true");
        command.addAll(List.of("-jar", jar.toString()));
        // Its standard input is a pipe from this process: it ends when the pipe does (StarterWatch), even by kill -9.
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.output().toFile())).start();
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
                    + log.file() + ":\n" + log.tail());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path log() {
        return log.file();
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
}
