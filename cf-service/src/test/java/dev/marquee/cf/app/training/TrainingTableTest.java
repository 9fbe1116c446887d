package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.app.training.TrainingJob.Progress;
import dev.marquee.cf.model.store.ModelRow;
import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.cf.train.Placement;
import dev.marquee.cf.train.sgd.Sgd;
import dev.marquee.cf.train.Role;
import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.postgres.Sql;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainingTableTest {
    private static final TrainingPlan PLAN = new TrainingPlan(new Sgd().estimator(), Role.RATING,
            Map.of("factors", 8),
            7, 0.1, 0.05, true);
    private static final Progress PROGRESS = new Progress("training", 3, 9, "weightedError", 0.8, "ndcg@10", 0.3, 1200,
            2400L);

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.withServiceTables();

    private TrainingTable table;

    @BeforeEach
    void empty() {
        Sql.update(DATABASE.source(), "delete from training");
        table = new TrainingTable(DATABASE.source(), new ObjectMapper());
    }

    @Test
    void progressIsKeptAndTellsOfAWishToCancel() {
        long id = table.insert(PLAN).id();
        Claim claim = Claim.first(id);
        assertFalse(table.progress(claim, PROGRESS));
        TrainingJob job = table.find(id).orElseThrow();
        assertEquals(3, job.epoch());
        assertEquals(0.8, job.trainValue());
        assertEquals("ndcg@10", job.validationMetric());
        assertEquals(2400L, job.remainingMillis());
        assertEquals(Map.of("factors", 8), job.options());
        assertNull(job.device());
        table.engine(claim, new Placement("a device", "it was asked for", "opencl"));
        assertEquals("a device", table.find(id).orElseThrow().device());
        assertEquals("it was asked for", table.find(id).orElseThrow().deviceReason());
        assertTrue(table.requestCancel(id));
        assertTrue(table.progress(claim, PROGRESS));
    }

    @Test
    void whatEndedNeverChangesAgain() {
        long id = table.insert(PLAN).id();
        Claim claim = Claim.first(id);
        table.finish(claim, TrainingState.FAILED, PROGRESS, "why");
        assertEquals("why", table.finish(claim, TrainingState.CANCELLED, PROGRESS, null).error());
        assertFalse(table.requestCancel(id));
        assertThrows(TrainingLost.class, () -> table.progress(claim, PROGRESS));
        assertTrue(table.takeOver(claim).isEmpty());
        assertTrue(table.dead().isEmpty());
        assertEquals(TrainingState.FAILED, table.find(id).orElseThrow().state());
    }

    /** PostgreSQL refuses this text, and with it the second of the two statements. */
    @Test
    void anEndThatCannotBeStoredLeavesNothingOfTheProgressBeforeIt() {
        long id = table.insert(PLAN).id();
        Claim claim = Claim.first(id);
        assertThrows(IllegalStateException.class, () -> table.finish(claim, TrainingState.FAILED, PROGRESS, "\0"));
        TrainingJob job = table.find(id).orElseThrow();
        assertTrue(job.running());
        assertEquals(0, job.epoch());
        assertNull(job.trainValue());
        assertEquals("why", table.finish(claim, TrainingState.FAILED, PROGRESS, "why").error());
    }

    @Test
    void whatIsCalledRunningCanBePlannedAgainAsItWas() {
        long id = table.insert(PLAN).id();
        Claim claim = Claim.first(id);
        table.progress(claim, PROGRESS);
        table.note(claim, "worth telling");
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
    void theRunThatWasTakenOverWritesNothingMore() {
        Claim first = Claim.first(table.insert(PLAN).id());
        Claim second = table.takeOver(table.dead().orElseThrow().claim()).orElseThrow();
        assertNotEquals(first, second);
        assertTrue(table.takeOver(first).isEmpty());
        table.note(first, "of the first");
        table.engine(first, new Placement("a device", "it was asked for", "opencl"));
        assertThrows(TrainingLost.class, () -> table.progress(first, PROGRESS));
        TrainingJob now = table.finish(first, TrainingState.FAILED, PROGRESS, "why");
        assertTrue(now.running());
        assertNull(now.note());
        assertNull(now.device());
        assertEquals(0, now.epoch());
        table.progress(second, PROGRESS);
        assertEquals(TrainingState.CANCELLED, table.finish(second, TrainingState.CANCELLED, PROGRESS, "so").state());
    }

    /** Whatever a training that lost its lock does at the same moment, the model and the end are one. */
    @Test
    void aModelIsStoredOnlyTogetherWithTheEndOfItsTraining() {
        ModelStore models = new ModelStore(DATABASE.source());
        ModelRow row = new ModelRow(0, "rating", "sgd", "{}", 1, "{}", "{}", 0, null);
        Claim first = Claim.first(table.insert(PLAN).id());
        Claim second = table.takeOver(first).orElseThrow();
        long before = models.count();
        assertThrows(TrainingLost.class, () -> store(models, row, first));
        assertEquals(before, models.count());
        assertTrue(models.active("rating").isEmpty());
        long id = store(models, row, second);
        assertEquals(id, models.active("rating").orElseThrow().modelId());
        TrainingJob ended = table.find(first.id()).orElseThrow();
        assertEquals(TrainingState.COMPLETED, ended.state());
        assertEquals(id, ended.modelId());
        assertThrows(TrainingLost.class, () -> store(models, row, second));
        assertEquals(before + 1, models.count());
    }

    private static long store(ModelStore models, ModelRow row, Claim claim) {
        return models.store(row, Map.of("factors", out -> out.write(7)), (connection, id) -> {
            models.activate(connection, "rating", id);
            TrainingTable.complete(connection, claim, PROGRESS, id);
        });
    }

    @Test
    void theDatabaseItselfAllowsOneRunningTrainingOnly() {
        table.insert(PLAN);
        assertThrows(IllegalStateException.class, () -> table.insert(PLAN));
        assertEquals(1, table.count());
    }
}
