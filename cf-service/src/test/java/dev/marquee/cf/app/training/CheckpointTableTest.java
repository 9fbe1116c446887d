package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.app.models.ModelReport;
import dev.marquee.cf.app.training.CheckpointTable.Facts;
import dev.marquee.cf.eval.CurvePoint;
import dev.marquee.cf.eval.LearningCurve;
import dev.marquee.cf.measure.CalibrationBand;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.postgres.Sql;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckpointTableTest {
    private static final Facts FIRST = new Facts(3, "some ratings", null);
    private static final Facts SECOND = new Facts(1, "some ratings",
            new ModelReport(0.9, 0.7, 0.2, 0.3, 0.5, 0.1, 9, 10, "rmse", 0.8, "rmse", 0.85, 4, true, 77, "a device",
                    "why",
                    new LearningCurve("rmse", "rmse", 1, List.of(new CurvePoint(1, 0.8, 0.85, 0.5))),
                    List.of(new CalibrationBand("all", "any", 10, 0.9, 0.8, 0.7, 0.95)), "a note"));

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.withServiceTables();

    private CheckpointTable table;
    private TrainingTable trainings;
    private long training;
    private Claim claim;

    @BeforeEach
    void empty() {
        Sql.update(DATABASE.source(), "delete from training");
        table = new CheckpointTable(DATABASE.source(), new ObjectMapper());
        trainings = new TrainingTable(DATABASE.source(), new ObjectMapper());
        training = trainings
                .insert(new TrainingSpec("sgd", "rating", Map.of(), 7, 0.1, 0.05, true))
                .id();
        claim = Claim.first(training);
    }

    /** More than one chunk. */
    private static byte[] state(long seed) {
        byte[] state = new byte[(4 << 20) + 5];
        new Random(seed).nextBytes(state);
        return state;
    }

    private byte[] read() {
        byte[][] state = new byte[1][];
        table.read(training, in -> state[0] = in.readAllBytes());
        return state[0];
    }

    private long chunks() {
        return Sql.rows(DATABASE.source(), row -> row.getLong(1), "select count(*) from training_checkpoint_chunk")
                .getFirst();
    }

    @Test
    void theNewestTakesThePlaceOfTheOneBefore() {
        assertEquals(Optional.empty(), table.find(training));
        table.save(claim, FIRST, out -> out.write(state(1)));
        assertEquals(Optional.of(FIRST), table.find(training));
        table.save(claim, SECOND, out -> out.write(state(2)));
        assertEquals(Optional.of(SECOND), table.find(training));
        assertArrayEquals(state(2), read());
        assertEquals(2, chunks());
    }

    @Test
    void oneThatCannotBeWrittenToItsEndLeavesTheOneBefore() {
        table.save(claim, FIRST, out -> out.write(state(1)));
        assertThrows(IllegalStateException.class, () -> table.save(claim, SECOND, out -> {
            out.write(state(2));
            throw new IOException("no more");
        }));
        assertThrows(CancellationException.class, () -> table.save(claim, SECOND, out -> {
            out.write(state(2));
            throw new CancellationException();
        }));
        assertEquals(Optional.of(FIRST), table.find(training));
        assertArrayEquals(state(1), read());
    }

    @Test
    void damageIsNoticed() {
        table.save(claim, FIRST, out -> out.write(state(1)));
        Sql.update(DATABASE.source(), "update training_checkpoint_chunk set data = set_byte(data, 3, get_byte(data, 3)"
                + " # 1) where position = 1");
        CorruptData error = assertThrows(CorruptData.class, this::read);
        assertTrue(error.getMessage().contains("checkpoint of training " + training), error.getMessage());
        table.save(claim, new Facts(0, "a phase that has just begun", null), null);
        assertThrows(CorruptData.class, this::read);
    }

    @Test
    void whoWasTakenOverOrEndedLeavesTheOneBefore() {
        table.save(claim, FIRST, out -> out.write(state(1)));
        Claim second = trainings.takeOver(claim).orElseThrow();
        assertThrows(TrainingLost.class, () -> table.save(claim, SECOND, out -> out.write(state(2))));
        assertEquals(Optional.of(FIRST), table.find(training));
        assertArrayEquals(state(1), read());
        table.save(second, SECOND, out -> out.write(state(3)));
        assertArrayEquals(state(3), read());
        table.countAttempt(training);
        table.forgiveAttempts(claim);
        assertEquals(2, table.countAttempt(training));
        Sql.update(DATABASE.source(), "update training set state = 'interrupted'");
        assertThrows(TrainingLost.class, () -> table.save(second, FIRST, null));
        assertArrayEquals(state(3), read());
    }

    @Test
    void attemptsAreCountedUntilThereIsANewCheckpoint() {
        assertEquals(0, table.countAttempt(training));
        table.save(claim, FIRST, out -> out.write(1));
        assertEquals(1, table.countAttempt(training));
        assertEquals(2, table.countAttempt(training));
        table.forgiveAttempts(claim);
        assertEquals(1, table.countAttempt(training));
        table.save(claim, SECOND, out -> out.write(1));
        assertEquals(1, table.countAttempt(training));
    }

    @Test
    void nothingStaysWithoutTheTraining() {
        table.save(claim, FIRST, out -> out.write(state(1)));
        table.delete(training);
        assertEquals(0, chunks());
        table.save(claim, FIRST, out -> out.write(state(1)));
        Sql.update(DATABASE.source(), "delete from training");
        assertEquals(Optional.empty(), table.find(training));
        assertEquals(0, chunks());
    }
}
