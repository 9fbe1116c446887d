package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.KeptCheckpoints;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TrainingPlannerTest {
    private final TrainingPlanner planner = new TrainingPlanner(Settings.with(Map.of("sgd", Map.of("factors", "12"))),
            new ObjectMapper());

    @Test
    void whatTheRequestLeavesOpenIsFilledIn() {
        TrainingSpec spec = planner.plan(TrainingRequest.of("sgd")).spec();
        assertEquals("sgd", spec.algorithm());
        assertEquals("rating", spec.role());
        assertEquals(12, spec.options().get("factors"));
        assertEquals(42L, spec.seed());
        assertEquals(0.1, spec.holdout());
        assertEquals(0.05, spec.validation());
        assertEquals("ranking", planner.plan(TrainingRequest.of("ials")).spec().role());
    }

    @Test
    void whatTheRequestSaysCounts() {
        TrainingSpec spec = planner
                .plan(new TrainingRequest("sgd", Map.of("factors", 3, "seed", 5), "rating", 0.2, false)).spec();
        assertEquals(3, spec.options().get("factors"));
        assertEquals(5, spec.seed());
        assertEquals(0.2, spec.holdout());
        assertFalse(spec.refit());
    }

    @Test
    void withoutAnAlgorithmTheRoleChoosesIt() {
        assertEquals("sgd", spec(null).algorithm());
        assertEquals(12, spec(null).options().get("factors"));
        assertEquals(Algorithms.of(Role.RATING).id(), spec("rating").algorithm());
        assertEquals("rating", spec("rating").role());
        assertEquals("lists", spec("ranking").algorithm());
        assertEquals("ranking", spec("ranking").role());
        assertFalse(spec("ranking").options().containsKey("device"));
        assertEquals("auto", planner.plan(TrainingRequest.of("ials")).spec().options().get("device"));
        assertEquals("role", refused(null, Map.of(), "stars"));
        assertEquals("options.learningRate", refused(null, Map.of("learningRate", 0.1), "ranking"));
    }

    private TrainingSpec spec(String role) {
        return planner.plan(new TrainingRequest(null, null, role, null, null)).spec();
    }

    /** What the table keeps is enough to train the same again, whatever is configured by then. */
    @Test
    void aTrainingIsPlannedAgainAsItWas() {
        for (Algorithm<?> algorithm : Algorithms.ALL) {
            TrainingPlan plan = planner.plan(TrainingRequest.of(algorithm.id()));
            assertEquals(plan, TrainingPlan.again(plan.spec()), algorithm.id());
        }
    }

    /** Another replica may have other cores, and goes on with what this one planned. */
    @Test
    void theNumberOfThreadsIsPlannedWhereTheModelDependsOnIt() {
        for (Algorithm<?> algorithm : Algorithms.ALL) {
            TrainingSpec spec = planner(3).plan(TrainingRequest.of(algorithm.id())).spec();
            TrainingSpec elsewhere = planner(5).plan(TrainingRequest.of(algorithm.id())).spec();
            boolean matter = algorithm.defaults().threadsMatter();
            boolean baseline = !spec.options().containsKey("threads");
            assertEquals(matter ? (Integer) 3 : baseline ? null : (Integer) 0, spec.options().get("threads"),
                    algorithm.id());
            assertEquals(matter, !spec.equals(elsewhere), algorithm.id());
            assertEquals(matter, TrainingPlan.again(spec).estimator().options().threads() == 3, algorithm.id());
        }
        assertEquals(2, planner(3).plan(new TrainingRequest("sgd", Map.of("threads", 2), null, null, null)).spec()
                .options().get("threads"));
    }

    @Test
    void aTrainingThatGoesOnWithOtherCoresGivesTheSameModel() {
        int here = Runtime.getRuntime().availableProcessors();
        RatingMatrix ratings = LowRankRatings.of(80, 60, 0.3, 2);
        TrainingPlan plan = planner(here + 1).plan(new TrainingRequest("sgd",
                Map.of("factors", 4, "epochs", 6, "device", "cpu"), null, null, null));
        FactorModel whole = plan.estimator().train(ratings, null, TrainListener.NONE).model();
        KeptCheckpoints kept = new KeptCheckpoints(3);
        assertThrows(CancellationException.class, () -> plan.estimator().train(ratings, null, kept.listener()));
        FactorModel resumed = TrainingPlan.again(plan.spec()).estimator().train(ratings, null, kept.listener()).model();
        assertArrayEquals(whole.allMovieFactors(), resumed.allMovieFactors());
        assertArrayEquals(whole.allUserFactors(), resumed.allUserFactors());
        FactorModel otherwise = planner(here).plan(new TrainingRequest("sgd",
                Map.of("factors", 4, "epochs", 6, "device", "cpu"), null, null, null)).estimator()
                .train(ratings, null, TrainListener.NONE).model();
        assertFalse(Arrays.equals(whole.allUserFactors(), otherwise.allUserFactors()),
                "it would have made a difference");
    }

    private static TrainingPlanner planner(int cores) {
        return new TrainingPlanner(Settings.with(Map.of()), new ObjectMapper(), () -> cores);
    }

    @Test
    void oneOfAnAlgorithmOrARoleThatIsNotKnownIsNot() {
        TrainingSpec gone = new TrainingSpec("svd", "rating", Map.of(), 1, 0.1, 0.05, true);
        assertEquals("algorithm", assertThrows(InvalidRequest.class, () -> TrainingPlan.again(gone)).field());
        TrainingSpec other = new TrainingSpec("sgd", "grouping", Map.of(), 1, 0.1, 0.05, true);
        assertEquals("role", assertThrows(InvalidRequest.class, () -> TrainingPlan.again(other)).field());
    }

    @Test
    void whatCannotBeDoneIsRefusedByItsField() {
        assertEquals("algorithm", refused("svd", Map.of(), "x"));
        assertEquals("role", refused("sgd", Map.of("factors", 0), "ranking"));
        assertEquals("options.factors", refused("sgd", Map.of("factors", 0), "rating"));
        assertEquals("options.device", refused("bpmf", Map.of("device", "cpu"), null));
    }

    private String refused(String algorithm, Map<String, Object> options, String role) {
        TrainingRequest request = new TrainingRequest(algorithm, options, role, null, null);
        return assertThrows(InvalidRequest.class, () -> planner.plan(request)).field();
    }
}
