package dev.marquee.cf.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.check.StageProcess.Ending;
import dev.marquee.cf.check.report.Entry;
import dev.marquee.cf.check.report.Report;
import dev.marquee.cf.check.report.ResultFile;
import dev.marquee.cf.check.report.Status;
import dev.marquee.cf.check.stage.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a check by how its stages' processes end. */
class CheckRunTest {
    private static final Ending GOOD = new Ending(0, false, "");

    @TempDir
    Path folder;

    private final List<String> started = new ArrayList<>();

    /** What a stage's process does. */
    private interface Behaviour {
        Ending run(int time, ResultFile results);
    }

    private int check(boolean device, Behaviour kernels, String... options) {
        List<String> all = new ArrayList<>(List.of("--out", folder.toString(), "--stage", "rates,kernels,ptxas"));
        all.addAll(List.of(options));
        return new CheckRun(CheckOptions.parse(all, Map.of()), (stage, conditions, millis, meanwhile) -> {
            started.add(stage.name() + " " + conditions.device().word());
            ResultFile results = ResultFile.of(folder, stage.name());
            return switch (stage.name()) {
                case "machine" -> device(results, device);
                case "kernels" -> kernels.run((int) started.stream().filter(each -> each.startsWith("kernels")).count(),
                        results);
                default -> good(results, stage.name(), "one");
            };
        }).run();
    }

    private static Ending device(ResultFile results, boolean there) {
        results.append(new Entry("machine", Stages.DEVICE, there ? Status.PASSED : Status.SKIPPED, 1, "",
                there ? Map.of(Stages.CHOICE, "gpu") : Map.of()));
        return GOOD;
    }

    private static Ending good(ResultFile results, String stage, String part) {
        results.append(new Entry(stage, part, Status.PASSED, ""));
        return GOOD;
    }

    private static Ending crash(ResultFile results, String part) {
        results.append(new Entry("kernels", part, Status.BEGUN, ""));
        return new Ending(139, false, "SIGSEGV in libcuda");
    }

    private List<String> kernels() {
        return ResultFile.of(folder, "kernels").read().stream()
                .map(each -> each.part() + " " + each.status().word() + " " + each.words()).toList();
    }

    @Test
    void allGoodIsZeroAndStagesGetTheDeviceThatWasFound() throws IOException {
        assertEquals(0, check(true, (time, results) -> good(results, "kernels", "axpy")));
        assertEquals(List.of("machine auto", "rates gpu", "kernels gpu", "ptxas gpu"), started);
        assertTrue(Files.readString(folder.resolve(Report.MARKDOWN)).contains("| `kernels` | 1 | 0 | 0 |"));
    }

    @Test
    void withoutADeviceOnlyWhatNeedsNoneRuns() {
        assertEquals(3, check(false, (time, results) -> GOOD));
        assertEquals(List.of("machine auto", "ptxas auto"), started);
        assertEquals(List.of("all skipped there is no device"), kernels());
    }

    @Test
    void behindAPartThatCrashedItGoesOn() {
        assertEquals(1, check(true,
                (time, results) -> time <= 2 ? crash(results, "part " + time) : good(results, "kernels", "last")));
        assertEquals(List.of("part 1 unfinished its process ended with 139: SIGSEGV in libcuda",
                "part 2 unfinished its process ended with 139: SIGSEGV in libcuda", "last passed "), kernels());
        assertEquals("ptxas gpu", started.getLast());
    }

    @Test
    void aProcessThatGetsNowhereIsNotStartedAgain() {
        assertEquals(1, check(true, (time, results) -> new Ending(1, false, "no memory")));
        assertEquals(List.of("all unfinished its process ended with 1: no memory"), kernels());
        assertEquals(1, started.stream().filter("kernels gpu"::equals).count());
    }

    @Test
    void aStageAtItsLimitIsNotStartedAgain() {
        assertEquals(1, check(true, (time, results) -> {
            crash(results, "long");
            return new Ending(137, true, "");
        }));
        assertEquals(List.of("long unfinished it was ended at the time limit of its stage"), kernels());
        assertEquals(1, started.stream().filter("kernels gpu"::equals).count());
    }

    @Test
    void aStageWithoutTimeSaysSo() {
        assertEquals(3, check(true, (time, results) -> GOOD, "--seconds", "5"));
        assertEquals(List.of("all skipped no time left"), kernels());
    }

    @Test
    void whatAnEarlierCheckLeftIsForgotten() {
        good(ResultFile.of(folder, "kernels"), "kernels", "old");
        check(true, (time, results) -> good(results, "kernels", "new"));
        assertEquals(List.of("new passed "), kernels());
    }
}
