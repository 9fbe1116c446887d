package dev.marquee.cf.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    private static Report report(boolean gpu) {
        return new Report(Instant.parse("2026-05-04T03:02:01Z"), 77, "--quick", true, List.of(
                new Entry("machine", "device", Status.PASSED, 1, "",
                        Map.of("line", "Card (CUDA, driver 1)", "gpu", gpu)),
                new Entry("rates", "multiplyAdds64", Status.PASSED, 1, "9 G/s", Map.of("multiplyAddsPerSecond", 100e9)),
                new Entry("kernels", "axpy", Status.FAILED, 1, "CUDA_ERROR|OF\nSOME KIND", Map.of()),
                new Entry("bench-large", "als", Status.PASSED, 9, "",
                        Map.of("row", "als", "ratings", 25_000_095, "factors", 64, "seconds", 0.05, "perSecond", 5e8,
                                "wanted", 0.08, "multiplyAdds", 1e9)),
                new Entry("bench-lists", "ials", Status.SKIPPED, "no kernels"),
                new Entry("jit", "all", Status.SKIPPED, "no kernels"),
                new Entry("bench-cpu", "als 25000095", Status.PASSED, 9, "",
                        Map.of("row", "als", "ratings", 25_000_095, "seconds", 2.5)),
                new Entry("quality", "als generated", Status.PASSED, 9, "",
                        Map.of("ratings", 1000, "metric", "rmse", "device", 0.81234, "deviceEpochs", 7, "cpu", 0.81233,
                                "cpuEpochs", 8, "difference", 0.00001))));
    }

    @Test
    void theTableHasTheDeviceBesideTheCpuAndWhatIsWanted() {
        String text = new Markdown(report(true)).text();
        assertTrue(text.startsWith("**Card (CUDA, driver 1)**, on 2026-05-04"), text);
        assertTrue(text.contains("| 25,000,095 | 64 | `als` | 0.0500 | 500.0 | 2.500 | 0.08 s | 20 % |\n"), text);
        assertTrue(text.contains("| `als generated` | 1,000 | rmse | 0.8123 | 7 | 0.8123 | 8 | 0.00001  |\n"), text);
        assertTrue(text.contains("| `kernels` | 0 | 1 | 0 |\n"), text);
        assertTrue(text.contains("- [kernels] axpy: failed (1.0 s): CUDA_ERROR|OF SOME KIND\n"), text);
        assertTrue(text.contains("- Skipped, no kernels: `bench-lists ials`, `jit`\n"), text);
    }

    @Test
    void whatIsNoCardHasNoTimes() {
        String text = new Markdown(report(false)).text();
        assertTrue(text.contains("Times are left out"), text);
        assertFalse(text.contains("0.0500") || text.contains("9 G/s"), text);
        assertTrue(text.contains("als generated"), text);
    }

    @Test
    void everythingIsInTheJsonAndBothAreReplaced() throws IOException {
        for (boolean gpu : new boolean[]{true, false}) {
            report(gpu).write(folder);
            JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve(Report.JSON)));
            assertEquals(1, json.get("version").asInt());
            assertEquals(8, json.get("entries").size());
            assertEquals(gpu, json.at("/entries/0/facts/gpu").asBoolean());
            assertEquals(0.05, json.at("/entries/3/facts/seconds").asDouble());
        }
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }
}
