package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.app.training.TrainingJob.Progress;
import dev.marquee.cf.train.Engine;
import dev.marquee.cf.train.SgdOptions;
import dev.marquee.common.postgres.Sql;
import dev.marquee.common.testing.ServiceDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingTableTest {
    private static final TrainingPlan PLAN = new TrainingPlan("sgd", "rating", SgdOptions.DEFAULTS,
            Map.of("factors", 8),
            7, 0.1, 0.05, true);
    private static final Progress PROGRESS = new Progress("training", 3, 9, "weightedError", 0.8, "ndcg@10", 0.3, 1200,
            2400L);

    private static ServiceDatabase database;
    private TrainingTable table;

    @BeforeAll
    static void start() {
        database = new ServiceDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        Sql.update(database.source(), "delete from training");
        table = new TrainingTable(database.source(), new ObjectMapper());
    }

    @Test
    void progressIsKeptAndTellsOfAWishToCancel() {
        long id = table.insert(PLAN).id();
        assertFalse(table.progress(id, PROGRESS));
        TrainingJob job = table.find(id).orElseThrow();
        assertEquals(3, job.epoch());
        assertEquals(0.8, job.trainValue());
        assertEquals("ndcg@10", job.validationMetric());
        assertEquals(2400L, job.remainingMillis());
        assertEquals(Map.of("factors", 8), job.options());
        assertNull(job.device());
        table.engine(id, new Engine("a device", "it was asked for", "opencl"));
        assertEquals("a device", table.find(id).orElseThrow().device());
        assertEquals("it was asked for", table.find(id).orElseThrow().deviceReason());
        assertTrue(table.requestCancel(id));
        assertTrue(table.progress(id, PROGRESS));
    }

    @Test
    void whatEndedNeverChangesAgain() {
        long id = table.insert(PLAN).id();
        table.finish(id, TrainingState.FAILED, PROGRESS, null, "why");
        assertEquals("why", table.finish(id, TrainingState.COMPLETED, PROGRESS, null, null).error());
        assertFalse(table.requestCancel(id));
        assertTrue(table.dead().isEmpty());
        assertEquals(TrainingState.FAILED, table.find(id).orElseThrow().state());
    }

    @Test
    void whatIsCalledRunningCanBePlannedAgainAsItWas() {
        long id = table.insert(PLAN).id();
        table.progress(id, PROGRESS);
        table.note(id, "worth telling");
        TrainingTable.Dead dead = table.dead().orElseThrow();
        assertEquals(id, dead.job().id());
        assertEquals(PLAN.validation(), dead.validation());
        assertEquals(PLAN.refit(), dead.refit());
        assertEquals("worth telling", dead.job().note());
        assertFalse(dead.cancelRequested());
        assertEquals(new Progress("training", 3, 9, "weightedError", 0.8, "ndcg@10", 0.3, 1200, null),
                Progress.of(dead.job()));
        table.requestCancel(id);
        assertTrue(table.dead().orElseThrow().cancelRequested());
    }

    @Test
    void theDatabaseItselfAllowsOneRunningTrainingOnly() {
        table.insert(PLAN);
        assertThrows(IllegalStateException.class, () -> table.insert(PLAN));
        assertEquals(1, table.count());
    }
}
