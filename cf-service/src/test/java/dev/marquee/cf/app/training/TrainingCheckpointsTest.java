package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.app.models.ModelReport;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.postgres.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainingCheckpointsTest {
    private static final ModelReport REPORT = new ModelReport(0.9, 0.7, null, null, null, null, null, 10, "rmse", 0.8,
            "rmse",
            0.85, 4, true, 77, "a device", "why", null, null, null);

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.withServiceTables();

    private CheckpointTable table;
    private TrainingTable trainings;
    private TrainingWatch watch;
    private volatile boolean held;

    @BeforeEach
    void empty() {
        Sql.update(DATABASE.source(), "delete from training");
        table = new CheckpointTable(DATABASE.source(), new ObjectMapper());
        trainings = new TrainingTable(DATABASE.source(), new ObjectMapper());
        TrainingJob job = trainings.insert(
                new TrainingSpec("sgd", "rating", Map.of(), 7, 0.1, 0.05, true));
        held = true;
        watch = new TrainingWatch(job, Claim.first(job.id()), () -> held, trainings);
    }

    @AfterEach
    void end() {
        watch.close();
    }

    private TrainingCheckpoints checkpoints(Duration every) {
        return new TrainingCheckpoints(table, watch, every);
    }

    private List<Integer> resumed(TrainingCheckpoints kept) {
        List<Integer> read = new ArrayList<>();
        kept.resume(in -> read.add(in.read()));
        return read;
    }

    private String note() {
        return trainings.find(watch.id()).orElseThrow().note();
    }

    @Test
    void anInterruptedTrainingIsResumedAndSaysSo() {
        TrainingCheckpoints first = checkpoints(Duration.ZERO);
        assertEquals(Optional.empty(), first.open("these"));
        assertEquals(List.of(), resumed(first));
        assertTrue(first.due());
        first.save(3, out -> out.write(7));
        TrainingCheckpoints second = checkpoints(Duration.ZERO);
        assertEquals(Optional.empty(), second.open("these"));
        assertEquals(List.of(7), resumed(second));
        assertEquals("Resumed from epoch 3 after an interruption.", note());
        assertEquals(note(), watch.feed().current().note());
    }

    @Test
    void otherRatingsBeginAgainAndSayWhy() {
        TrainingCheckpoints first = checkpoints(Duration.ZERO);
        first.open("these");
        first.secondPhase(REPORT);
        first.save(3, out -> out.write(7));
        TrainingCheckpoints second = checkpoints(Duration.ZERO);
        assertEquals(Optional.empty(), second.open("others"));
        assertEquals(List.of(), resumed(second));
        assertTrue(note().startsWith("Begun again") && note().contains("ratings have changed"), note());
    }

    @Test
    void theSecondPhaseGoesOnWithTheReportOfTheFirst() {
        TrainingCheckpoints first = checkpoints(Duration.ZERO);
        first.open("these");
        first.save(9, out -> out.write(7));
        first.secondPhase(REPORT);
        assertEquals(List.of(), resumed(first), "the state of the first phase is none of the second");

        TrainingCheckpoints second = checkpoints(Duration.ZERO);
        assertEquals(Optional.of(REPORT), second.open("these"));
        second.secondPhase(REPORT);
        assertEquals(List.of(), resumed(second));
        second.save(2, out -> out.write(8));

        TrainingCheckpoints third = checkpoints(Duration.ZERO);
        assertEquals(Optional.of(REPORT), third.open("these"));
        third.secondPhase(REPORT);
        assertEquals(List.of(8), resumed(third));
    }

    @Test
    void aDamagedOneIsLeftAloneOnce() {
        TrainingCheckpoints first = checkpoints(Duration.ZERO);
        first.open("these");
        first.save(3, out -> out.write(7));
        Sql.update(DATABASE.source(), "delete from training_checkpoint_chunk");
        TrainingCheckpoints second = checkpoints(Duration.ZERO);
        second.open("these");
        CorruptData error = assertThrows(CorruptData.class, () -> resumed(second));
        assertTrue(second.withoutDamaged(error));
        assertTrue(note().startsWith("Begun again") && note().contains("damaged"), note());
        assertEquals(List.of(), resumed(second));
        assertFalse(second.withoutDamaged(error));
    }

    @Test
    void savingIsDueAfterAWhileAndWhenTheServiceIsAboutToStop() {
        TrainingCheckpoints kept = checkpoints(Duration.ofHours(1));
        kept.open("these");
        assertFalse(kept.due());
        kept.endSoon();
        assertTrue(kept.due());
        assertFalse(kept.listener().cancelled());
        kept.save(1, out -> out.write(7));
        assertTrue(kept.listener().cancelled());
    }

    @Test
    void withoutTheLockNothingIsSavedAndTheTrainingEnds() {
        TrainingCheckpoints kept = checkpoints(Duration.ZERO);
        kept.open("these");
        kept.save(1, out -> out.write(7));
        held = false;
        assertThrows(TrainingLost.class, () -> kept.save(2, out -> out.write(8)));
        assertEquals(1, table.find(watch.id()).orElseThrow().epoch());
        assertTrue(kept.listener().cancelled());
        assertTrue(watch.loss().contains("lock was lost"), watch.loss());
    }

    @Test
    void cancellingEndsTheWritingAndAFailureToWriteEndsNothing() {
        TrainingCheckpoints kept = checkpoints(Duration.ZERO);
        kept.open("these");
        kept.save(1, out -> out.write(7));
        kept.save(2, out -> {
            throw new java.io.IOException("no more");
        });
        assertEquals(1, table.find(watch.id()).orElseThrow().epoch());
        watch.cancel();
        assertThrows(CancellationException.class, () -> kept.save(3, out -> out.write(new byte[10])));
        assertEquals(1, table.find(watch.id()).orElseThrow().epoch());
    }
}
