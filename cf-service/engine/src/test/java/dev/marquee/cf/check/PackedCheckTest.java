package dev.marquee.cf.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marquee.cf.check.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as it is packed and started, with no Java but its own. On a machine without an OpenCL device it has to
 * say that there is none.
 */
class PackedCheckTest {
    private static final String SCRIPT = Path.of("..", "gpu-check").toAbsolutePath().normalize().toString();

    @TempDir
    Path folder;

    /** What a program printed, to both of its streams, and its exit code. */
    private record Result(int code, String output) {}

    private static Result run(boolean bare, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (bare) {
            builder.environment().clear();
            builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "MARQUEE_CUDA_LIBRARY", "none"));
        } else {
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    @Test
    void itIsSmallAndNeedsNothingButADriver() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"),
                "the program is packed on Linux, x86-64");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strip")), "needs strip, of binutils");
        Path packed = folder.resolve("packed");
        Result pack = run(false, List.of(SCRIPT, "pack", packed.toString(), "--class-path",
                System.getProperty("java.class.path")));
        assertEquals(0, pack.code(), pack.output());
        assertTrue(pack.output().contains(" MB"), pack.output());
        try (var files = Files.walk(packed)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes <= 45_000_000, bytes + " bytes");
        }

        Path moved = Files.move(packed, folder.resolve("else where"));
        List<String> check = new ArrayList<>(List.of(moved.resolve("check").toString(), "--device", "opencl", "--quick",
                "--stage", "rates"));
        Result rates = run(true, check);
        assertTrue(rates.code() == 0 || rates.code() == 3, rates.output());
        String report = Files.readString(moved.resolve("result").resolve(Report.MARKDOWN));
        if (rates.code() == 3) {
            assertTrue(report.contains("no device"), report);
        } else {
            assertTrue(report.contains("| `rates` | 7 | 0 |"), report);
        }
        check.addAll(List.of("--device", "cuda", "--out", folder.resolve("none").toString()));
        assertEquals(3, run(true, check).code());
        assertEquals(2, run(true, List.of(check.getFirst(), "--devise", "gpu")).code());
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("mine"), "mine");
        Result pack = run(false, List.of(SCRIPT, "pack", folder.toString()));
        assertEquals(1, pack.code(), pack.output());
        assertTrue(pack.output().contains("is not empty"), pack.output());
        assertEquals("mine", Files.readString(folder.resolve("mine")));
    }
}
