package dev.marquee.cf.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.marquee.cf.app.training.Figure;
import dev.marquee.cf.app.training.Outcome;
import dev.marquee.cf.app.training.Phase;
import dev.marquee.cf.app.training.Place;
import dev.marquee.cf.app.training.Progress;
import dev.marquee.cf.app.training.TrainingJob;
import dev.marquee.cf.app.training.TrainingSpec;
import dev.marquee.cf.app.training.TrainingState;
import io.smallrye.mutiny.Multi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The JSON that clients know, letter by letter. */
class TrainingViewTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant ENDED = Instant.parse("2026-01-02T03:04:06.5Z");
    private static final Progress NONE = new Progress("starting", 0, 0, new Figure(null, null),
            new Figure(null, null), 0, null);
    private static final Progress SOME = new Progress("training", 12, 30, new Figure("rmse", 0.75),
            new Figure("ndcg@10", 0.25), 5120, 7600L);
    private static final Outcome OPEN = new Outcome(TrainingState.RUNNING, null, null, null);
    private static final Outcome MODEL = new Outcome(TrainingState.COMPLETED, 9L, null, ENDED);
    private static final Place NOWHERE = new Place(null, null);
    private static final Place CPU = new Place("CPU (8 threads)", "device=cpu was asked for");

    private static TrainingJob job(Progress progress, Place place, String note, Outcome outcome) {
        TrainingSpec spec = new TrainingSpec("sgd", "ranking", Map.of("factors", 64), 42, 0.1, 0.05, true);
        return new TrainingJob(7, spec, STARTED, progress, place, note, outcome);
    }

    private static void assertJson(String expected, Object value) throws JsonProcessingException {
        assertEquals(expected, JSON.writeValueAsString(value).replace('"', '\''));
    }

    @Test
    void oneThatHasJustBegunTellsThatTheRestIsNotKnown() throws Exception {
        assertJson("{'id':7,'state':'running','algorithm':'sgd','role':'ranking','options':{'factors':64},'seed':42,"
                + "'holdout':0.1,'phase':'starting','epoch':0,'epochs':0,'trainMetric':null,'trainValue':null,"
                + "'validationMetric':null,'validationValue':null,'elapsedMillis':0,'remainingMillis':null,"
                + "'modelId':null,'error':null,'note':null,'device':null,'deviceReason':null,"
                + "'startedAt':'2026-01-02T03:04:05Z','finishedAt':null}",
                TrainingView.of(job(NONE, NOWHERE, null, OPEN)));
    }

    @Test
    void oneThatHasEndedTellsAll() throws Exception {
        assertJson("{'id':7,'state':'completed','algorithm':'sgd','role':'ranking','options':{'factors':64},'seed':42,"
                + "'holdout':0.1,'phase':'training','epoch':12,'epochs':30,'trainMetric':'rmse','trainValue':0.75,"
                + "'validationMetric':'ndcg@10','validationValue':0.25,'elapsedMillis':5120,'remainingMillis':7600,"
                + "'modelId':9,'error':null,'note':'a note','device':'CPU (8 threads)',"
                + "'deviceReason':'device=cpu was asked for','startedAt':'2026-01-02T03:04:05Z',"
                + "'finishedAt':'2026-01-02T03:04:06.500Z'}", TrainingView.of(job(SOME, CPU, "a note", MODEL)));
    }

    @Test
    void laterEventsTellWhatChanged() throws Exception {
        Multi<TrainingJob> states = Multi.createFrom().items(job(NONE, NOWHERE, null, OPEN),
                job(SOME, CPU, null, OPEN), job(SOME, CPU, "a note", MODEL));
        List<TrainingEvent> events = TrainingEvent.of(states).subscribe().asStream().toList();
        assertEquals(3, events.size());
        assertJson("{'id':7,'state':'running','algorithm':'sgd','role':'ranking','options':{'factors':64},'seed':42,"
                + "'holdout':0.1,'phase':'starting','epoch':0,'epochs':0,'elapsedMillis':0,"
                + "'startedAt':'2026-01-02T03:04:05Z'}", events.get(0));
        assertJson("{'id':7,'state':'running','phase':'training','epoch':12,'epochs':30,'trainMetric':'rmse',"
                + "'trainValue':0.75,'validationMetric':'ndcg@10','validationValue':0.25,'elapsedMillis':5120,"
                + "'remainingMillis':7600,'device':'CPU (8 threads)','deviceReason':'device=cpu was asked for'}",
                events.get(1));
        assertJson("{'id':7,'state':'completed','phase':'training','epoch':12,'epochs':30,'trainMetric':'rmse',"
                + "'trainValue':0.75,'validationMetric':'ndcg@10','validationValue':0.25,'elapsedMillis':5120,"
                + "'remainingMillis':7600,'modelId':9,'note':'a note','finishedAt':'2026-01-02T03:04:06.500Z'}",
                events.get(2));
    }

    @Test
    void statesAndPhasesHaveTheWordsThatClientsKnow() throws Exception {
        Set<String> states = new TreeSet<>();
        for (TrainingState state : TrainingState.values()) {
            states.add(JSON.convertValue(TrainingStateView.of(state), String.class));
        }
        assertEquals(Set.of("running", "completed", "failed", "cancelled", "interrupted"), states);
        Set<String> phases = new TreeSet<>();
        for (Phase phase : Phase.values()) {
            phases.add(phase.word());
        }
        assertEquals(Set.of("starting", "loading", "training", "scoring", "evaluating", "refitting", "storing"),
                phases);
    }
}
