package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.Conflict;
import dev.marquee.common.error.ModelNotReady;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainThenEndTest {

    /** Trainings that end at the second look. */
    private static final class Trainings extends TrainingService {
        private final Map<Long, TrainingJob> jobs = new HashMap<>();
        private final Map<String, TrainingState> ends = new HashMap<>();
        private final List<String> started = new ArrayList<>();
        private RuntimeException obstacle;

        Trainings() {
            super(null, null, null, null, null, null, null);
        }

        TrainingJob add(String algorithm) {
            TrainingJob job = job(jobs.size() + 1, algorithm, TrainingState.RUNNING);
            jobs.put(job.id(), job);
            return job;
        }

        private static TrainingJob job(long id, String algorithm, TrainingState state) {
            return new TrainingJob(id, new TrainingSpec(algorithm, "rating", Map.of(), 1, 0.1, 0.05, true), null,
                    new Progress("training", 0, 1, Figure.NONE, Figure.NONE, 0, null), Place.UNKNOWN, null,
                    new Outcome(state, null, null, null));
        }

        @Override
        public TrainingJob start(TrainingRequest request) {
            if (obstacle != null) {
                RuntimeException thrown = obstacle;
                obstacle = null;
                throw thrown;
            }
            started.add(request.algorithm());
            return add(request.algorithm());
        }

        @Override
        public TrainingJob get(long id) {
            TrainingJob now = jobs.get(id);
            jobs.put(id, job(id, now.spec().algorithm(),
                    ends.getOrDefault(now.spec().algorithm(), TrainingState.COMPLETED)));
            return now;
        }
    }

    private final Trainings trainings = new Trainings();

    private boolean trainAll(String... algorithms) {
        return new TrainThenEnd(trainings, null).trainAll(List.of(algorithms));
    }

    @Test
    void trainsOneAfterTheOther() {
        assertTrue(trainAll("als", " ials"));
        assertEquals(List.of("als", "ials"), trainings.started);
    }

    @Test
    void afterOneThatFailsNoOtherIsBegun() {
        trainings.ends.put("als", TrainingState.FAILED);
        assertFalse(trainAll("als", "ials"));
        assertEquals(List.of("als"), trainings.started);
    }

    @Test
    void oneThatRunsAlreadyIsAsGoodAsOneOfItsOwn() {
        trainings.obstacle = new Conflict("runs", trainings.add("als").id());
        assertTrue(trainAll("als", "ials"));
        assertEquals(List.of("ials"), trainings.started);
    }

    @Test
    void oneOfAnotherKindIsWaitedFor() {
        trainings.obstacle = new Conflict("runs", trainings.add("sgd").id());
        assertTrue(trainAll("als"));
        assertEquals(List.of("als"), trainings.started);
    }

    @Test
    void oneThatJustEndedIsAskedForAgain() {
        trainings.obstacle = new Conflict("runs", "unknown");
        assertTrue(trainAll("als"));
        assertEquals(List.of("als"), trainings.started);
    }

    @Test
    void withoutRatingsItEnds() {
        trainings.obstacle = new ModelNotReady("There are no ratings");
        assertFalse(trainAll("als"));
    }
}
