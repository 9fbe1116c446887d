package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.train.Metric;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingCourseTest {
    private final TrainingCourse course = new TrainingCourse(new TrainingJob(1,
            new TrainingSpec("lists", "ranking", Map.of(), 42, 0.1, 0.05, true), Instant.EPOCH,
            new Progress("starting", 0, 16, Figure.NONE, Figure.NONE, 0, null), Place.UNKNOWN, null,
            Outcome.NONE_YET));

    @Test
    void stepsAreTheirOwnPhaseAndTheEpochsComeBackAfterThem() {
        course.phase(Phase.TRAINING);
        course.epoch(epoch(11));
        assertState("training 11/16", 2 * 3000 + 4000);
        course.step(new TrainStep(0, 6, seconds(4), seconds(8)));
        assertState("scoring 0/6", 2 * 8000 + 4000);
        course.step(new TrainStep(5, 6, seconds(10), seconds(2)));
        assertState("scoring 5/6", 2 * 2000 + 10_000);
        course.phase(Phase.EVALUATING);
        assertState("evaluating 11/16", null);
        course.phase(Phase.REFITTING);
        assertState("refitting 0/16", null);
        course.epoch(epoch(11));
        course.step(new TrainStep(2, 6, seconds(5), seconds(7)));
        assertState("scoring 2/6", 7000);
        course.phase(Phase.STORING);
        assertState("storing 11/16", null);
    }

    private static TrainProgress epoch(int epoch) {
        return new TrainProgress(epoch, 16, Metric.WEIGHTED_ERROR, 0.5, Metric.NDCG_AT_10, 0.2, seconds(4), seconds(3));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private void assertState(String expected, Integer remaining) {
        Progress now = course.now();
        assertEquals(expected, now.phase() + " " + now.epoch() + "/" + now.epochs());
        assertEquals(remaining == null ? null : (Long) remaining.longValue(), now.remainingMillis());
    }
}
