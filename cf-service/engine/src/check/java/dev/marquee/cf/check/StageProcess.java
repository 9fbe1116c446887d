package dev.marquee.cf.check;

import dev.marquee.cf.check.stage.Conditions;
import dev.marquee.cf.check.stage.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a stage in a Java of its own, which it ends at the limit at the latest. What that Java, its drivers and a crash
 * have to say goes to a file of the stage.
 */
final class StageProcess {
    private static final int TOLD_LINES = 4;
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final String FRAME = "# Problematic frame:";

    private final Stage stage;
    private final Path out;
    private final Conditions conditions;
    private final Map<String, String> properties;

    StageProcess(Stage stage, Path out, Conditions conditions, Map<String, String> properties) {
        this.stage = stage;
        this.out = out;
        this.conditions = conditions;
        this.properties = properties;
    }

    /**
     * How a process ended.
     *
     * @param code its own, 128 + the signal where one ended it
     * @param timedOut whether it was ended at the limit
     * @param words the last that it said
     */
    record Ending(int code, boolean timedOut, String words) {
        boolean good() {
            return code == 0 && !timedOut;
        }

        String told() {
            return timedOut
                    ? "it was ended at the time limit of its stage"
                    : "its process ended with " + code + (words.isEmpty() ? "" : ": " + words);
        }
    }

    /** @param meanwhile done every now and then while the process runs, and once more at its end */
    Ending run(long millis, Runnable meanwhile) {
        Path log = out.resolve("logs").resolve(stage.name() + ".txt");
        try {
            Files.createDirectories(log.getParent());
            long from = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(command(millis))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            boolean ended = await(process, millis, meanwhile);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                // A process that hangs in the kernel ends when its driver lets go; nobody waits for that.
                process.waitFor(1, TimeUnit.SECONDS);
            }
            return new Ending(process.isAlive() ? -1 : process.exitValue(), !ended, lastWords(log, from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean await(Process process, long millis, Runnable meanwhile) throws InterruptedException {
        long endAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean ended = false;
        while (!ended && endAt - System.nanoTime() > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(endAt - System.nanoTime());
            ended = process.waitFor(Math.min(left + 1, LOOK_EVERY_MILLIS), TimeUnit.MILLISECONDS);
            meanwhile.run();
        }
        return ended;
    }

    private List<String> command(long millis) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:+UseParallelGC",
                "-XX:MaxRAMPercentage=50", "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + out.resolve("logs") + "/" + stage.name()
                        + "-crash-%p.txt",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StageMain.class.getName()));
        command.addAll(StageMain.words(stage, out, millis, conditions));
        return command;
    }

    /** Since a position: where Java crashed, else the last lines. */
    private static String lastWords(Path log, long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        List<String> lines = new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8).lines()
                .map(String::strip).filter(line -> !line.isEmpty()).toList();
        int frame = lines.indexOf(FRAME);
        List<String> told = frame >= 0 && frame + 1 < lines.size()
                ? List.of(lines.stream().filter(line -> line.startsWith("#  SIG")).findFirst().orElse(FRAME),
                        lines.get(frame + 1))
                : lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size());
        return String.join(" | ", told);
    }
}
