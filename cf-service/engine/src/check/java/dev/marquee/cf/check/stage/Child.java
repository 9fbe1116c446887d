package dev.marquee.cf.check.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A further Java with the same classes and the same way to devices. It ends with this one at the latest. */
final class Child implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("marquee.opencl.library", "marquee.cuda.library",
            "marquee.device.memory-limit");
    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param main starts with {@link Watchdog#ofThisProcess} */
    static Child start(Class<?> main, String... arguments) throws IOException {
        List<String> options = List.of("--add-modules=jdk.incubator.vector", "-XX:+UseParallelGC", "-Xmx1g",
                "-XX:-UsePerfData");
        return start(Path.of(System.getProperty("java.home")), options, main.getName(), arguments);
    }

    static Child start(Path javaHome, List<String> options, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        for (String name : PASSED_ON) {
            if (System.getProperty(name) != null) {
                command.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The next line that it prints. */
    String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new AssertionError("another process ended without a word, its own are in the log");
        }
        return line;
    }

    /** All that it prints until it ends. */
    String rest() throws IOException {
        return String.join("\n", output.lines().toList());
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
