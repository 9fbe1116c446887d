package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.cf.model.store.NewModel;
import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.postgres.Sql;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainingTableTest {
    private static final TrainingSpec SPEC = new TrainingSpec("sgd", "rating", Map.of("factors", 8), 7, 0.1, 0.05,
            true);
    private static final Progress PROGRESS = new Progress("training", 3, 9, new Figure("weightedError", 0.8),
            new Figure("ndcg@10", 0.3), 1200, 2400L);
    private static final TrainingEnd FAILED = TrainingEnd.failed("why");

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
        long id = table.insert(SPEC).id();
        Claim claim = Claim.first(id);
        assertFalse(table.progress(claim, PROGRESS));
        TrainingJob job = table.find(id).orElseThrow();
        assertEquals(PROGRESS, job.progress());
        assertEquals(SPEC, job.spec());
        assertEquals(Outcome.NONE_YET, job.outcome());
        assertEquals(Place.UNKNOWN, job.place());
        Place place = new Place("a device", "it was asked for");
        table.place(claim, place);
        assertEquals(place, table.find(id).orElseThrow().place());
        assertTrue(table.requestCancel(id));
        assertTrue(table.progress(claim, PROGRESS));
    }

    @Test
    void whatEndedNeverChangesAgain() {
        long id = table.insert(SPEC).id();
        Claim claim = Claim.first(id);
        table.finish(claim, PROGRESS, FAILED);
        assertEquals("why", table.finish(claim, PROGRESS, TrainingEnd.CANCELLED).outcome().error());
        assertFalse(table.requestCancel(id));
        assertThrows(TrainingLost.class, () -> table.progress(claim, PROGRESS));
        assertTrue(table.takeOver(claim).isEmpty());
        assertTrue(table.dead().isEmpty());
        assertEquals(TrainingState.FAILED, table.find(id).orElseThrow().state());
    }

    /** PostgreSQL refuses this text, and with it the second of the two statements. */
    @Test
    void anEndThatCannotBeStoredLeavesNothingOfTheProgressBeforeIt() {
        long id = table.insert(SPEC).id();
        Claim claim = Claim.first(id);
        assertThrows(IllegalStateException.class, () -> table.finish(claim, PROGRESS, TrainingEnd.failed("\0")));
        TrainingJob job = table.find(id).orElseThrow();
        assertTrue(job.running());
        assertEquals(0, job.progress().epoch());
        assertEquals(Figure.NONE, job.progress().train());
        assertEquals("why", table.finish(claim, PROGRESS, FAILED).outcome().error());
    }

    @Test
    void whatIsCalledRunningCanBePlannedAgainAsItWas() {
        long id = table.insert(SPEC).id();
        Claim claim = Claim.first(id);
        table.progress(claim, PROGRESS);
        table.note(claim, "worth telling");
        TrainingTable.Dead dead = table.dead().orElseThrow();
        assertEquals(id, dead.job().id());
        assertEquals(SPEC, dead.job().spec());
        assertEquals("worth telling", dead.job().note());
        assertFalse(dead.cancelRequested());
        assertEquals(PROGRESS, dead.job().progress());
        table.requestCancel(id);
        assertTrue(table.dead().orElseThrow().cancelRequested());
    }

    @Test
    void wordsOfAnotherVersionAreReadAsTheyAre() {
        long id = table.insert(SPEC).id();
        Sql.update(DATABASE.source(), "update training set role = 'grouping', phase = 'distilling'");
        TrainingTable.Dead dead = table.dead().orElseThrow();
        assertEquals("grouping", dead.job().spec().role());
        assertEquals("distilling", dead.job().progress().phase());
        TrainingJob ended = table.finish(dead.claim(), dead.job().progress(), FAILED);
        assertEquals(TrainingState.FAILED, ended.state());
        assertEquals(ended, table.latest(0, 1).getFirst());
        assertEquals("distilling", table.find(id).orElseThrow().progress().phase());
    }

    @Test
    void theRunThatWasTakenOverWritesNothingMore() {
        Claim first = Claim.first(table.insert(SPEC).id());
        Claim second = table.takeOver(table.dead().orElseThrow().claim()).orElseThrow();
        assertNotEquals(first, second);
        assertTrue(table.takeOver(first).isEmpty());
        table.note(first, "of the first");
        table.place(first, new Place("a device", "it was asked for"));
        assertThrows(TrainingLost.class, () -> table.progress(first, PROGRESS));
        TrainingJob now = table.finish(first, PROGRESS, FAILED);
        assertTrue(now.running());
        assertNull(now.note());
        assertEquals(Place.UNKNOWN, now.place());
        assertEquals(0, now.progress().epoch());
        table.progress(second, PROGRESS);
        assertEquals(TrainingState.CANCELLED, table.finish(second, PROGRESS, TrainingEnd.CANCELLED).state());
    }

    /** Whatever a training that lost its lock does at the same moment, the model and the end are one. */
    @Test
    void aModelIsStoredOnlyTogetherWithTheEndOfItsTraining() {
        ModelStore models = new ModelStore(DATABASE.source());
        NewModel model = new NewModel("rating", "sgd", "{}", 1, "{}", "{}");
        Claim first = Claim.first(table.insert(SPEC).id());
        Claim second = table.takeOver(first).orElseThrow();
        long before = models.count();
        assertThrows(TrainingLost.class, () -> store(models, model, first));
        assertEquals(before, models.count());
        assertTrue(models.active("rating").isEmpty());
        long id = store(models, model, second);
        assertEquals(id, models.active("rating").orElseThrow().modelId());
        TrainingJob ended = table.find(first.id()).orElseThrow();
        assertEquals(TrainingState.COMPLETED, ended.state());
        assertEquals(id, ended.outcome().modelId());
        assertThrows(TrainingLost.class, () -> store(models, model, second));
        assertEquals(before + 1, models.count());
    }

    private static long store(ModelStore models, NewModel model, Claim claim) {
        return models.store(model, Map.of("factors", out -> out.write(7)), (connection, id) -> {
            models.activate(connection, "rating", id);
            TrainingTable.complete(connection, claim, PROGRESS, id);
        });
    }

    @Test
    void theDatabaseItselfAllowsOneRunningTrainingOnly() {
        table.insert(SPEC);
        assertThrows(IllegalStateException.class, () -> table.insert(SPEC));
        assertEquals(1, table.count());
    }
}
