package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Role;
import dev.marquee.common.error.InvalidRequest;
import java.util.Map;
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
        assertEquals("ials", spec("ranking").algorithm());
        assertEquals("ranking", spec("ranking").role());
        assertEquals("auto", spec("ranking").options().get("device"));
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
