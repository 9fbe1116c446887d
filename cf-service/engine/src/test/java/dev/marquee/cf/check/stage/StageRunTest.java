package dev.marquee.cf.check.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.check.report.Entry;
import dev.marquee.cf.check.report.ResultFile;
import dev.marquee.cf.check.report.Status;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.TrainingFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageRunTest {
    private static final Conditions CONDITIONS = new Conditions(DeviceChoice.OPENCL, true, 0, Path.of(""));

    @TempDir
    Path folder;

    private final List<String> ends = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(() -> ends.add("end"));
    private ResultFile results;

    @BeforeEach
    void name() {
        results = ResultFile.of(folder, "stage");
    }

    private StageRun run(long seconds) {
        return new StageRun("stage", CONDITIONS, results, watchdog,
                System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    private List<String> found() {
        return results.read().stream().map(each -> each.part() + " " + each.status().word() + " " + each.words())
                .toList();
    }

    @Test
    void whatAPartThrowsFailsItAndTheNextGoesOn() {
        StageRun run = run(60);
        run.part("good", 9, part -> part.fact("n", 3).say("%d of them", 3).say("done"));
        run.part("wrong", 9, part -> Part.require(false, "%s is wrong", "1"));
        run.part("driver", 9, part -> {
            part.say("so far so good");
            throw new TrainingFailed("Card: CL_OUT_OF_RESOURCES");
        });
        run.part("mistake", 9, part -> {
            throw new IllegalStateException("no such thing");
        });
        run.part("late", 9, part -> {
            throw new CancellationException("The training was cancelled.");
        });
        run.part("nothing", 9, part -> {
            throw new Part.Skipped("there is nothing to do");
        });
        run.skip("not", "no kernels");
        assertEquals(List.of("good passed 3 of them; done", "wrong failed 1 is wrong",
                "driver failed so far so good; Card: CL_OUT_OF_RESOURCES",
                "mistake failed java.lang.IllegalStateException: no such thing",
                "late failed it was stopped near its time limit", "nothing skipped there is nothing to do",
                "not skipped no kernels"), found());
        assertEquals(3, results.read().getFirst().number("n"));
    }

    @Test
    void whatHasBegunIsNotTriedAgain() {
        results.append(new Entry("stage", "crashed", Status.BEGUN, ""));
        results.append(new Entry("stage", "done", Status.PASSED, "before"));
        StageRun run = run(60);
        for (String name : List.of("crashed", "done", "next")) {
            run.part(name, 9, part -> part.say("now"));
        }
        assertEquals(List.of("crashed begun ", "done passed before", "next passed now"), found());
    }

    @Test
    void withoutTimeAPartIsSkipped() {
        run(0).part("one", 9, part -> part.say("now"));
        assertEquals(List.of("one skipped no time left"), found());
    }

    @Test
    void atItsLimitAPartIsToldAndTheProcessEnded() {
        run(60).part("long", 5, part -> {
            assertFalse(part.late());
            watchdog.look(System.nanoTime() + TimeUnit.SECONDS.toNanos(4));
            assertEquals(List.of(), ends);
            watchdog.look(System.nanoTime() + TimeUnit.SECONDS.toNanos(6));
            assertEquals(List.of("end"), ends);
            Entry told = results.read().getFirst();
            assertEquals(Status.UNFINISHED, told.status());
            assertTrue(told.words().contains("time limit"), told.words());
        });
        watchdog.look(System.nanoTime() + TimeUnit.SECONDS.toNanos(600));
        assertEquals(List.of("end"), ends, "it was not disarmed");
    }

    @Test
    void theStagesEndIsALimitToo() {
        run(3).part("long", 500, part -> {
            watchdog.look(System.nanoTime() + TimeUnit.SECONDS.toNanos(4));
            assertEquals(List.of("end"), ends);
        });
    }

    @Test
    void medians() {
        assertEquals(2, Figures.median(List.of(9.0, 1.0, 2.0)));
        assertEquals(1.5, Figures.median(List.of(9.0, 1.0, 2.0, 1.0)));
        assertTrue(Double.isNaN(Figures.median(List.of())));
    }
}
