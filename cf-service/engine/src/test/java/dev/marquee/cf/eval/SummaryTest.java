package dev.marquee.cf.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void quantilesAreThoseOfTheTables() {
        Map<Integer, Double> table = Map.of(1, 12.7062, 2, 4.3027, 3, 3.1824, 4, 2.7764, 5, 2.5706, 9, 2.2622, 10,
                2.2281, 30, 2.0423, 99, 1.9842, 100_000, 1.9600);
        table.forEach((degrees, t) -> assertEquals(t, StudentT.twoSided(degrees, 0.95), 5e-5, degrees + " degrees"));
        assertEquals(63.6567, StudentT.twoSided(1, 0.99), 5e-5);
        assertEquals(4.6041, StudentT.twoSided(4, 0.99), 5e-5);
    }

    @Test
    void theIntervalOfFiveRuns() {
        // Mean 3, variance 2.5, standard error √0.5, t of four degrees 2.7764.
        Summary summary = Summary.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertEquals(3, summary.mean(), 1e-12);
        assertEquals(2.7764451 * Math.sqrt(0.5), summary.halfWidth(), 1e-6);
        assertEquals(0, Summary.of(List.of(2.0, 2.0)).halfWidth());
    }

    @Test
    void oneRunHasNoInterval() {
        assertNull(Summary.of(List.of(0.9)).halfWidth());
        assertEquals(0.9, Summary.of(List.of(0.9)).mean());
    }

    @Test
    void severalSeedsAreComparedByTheMeansOfTheirDivisions() {
        List<EvaluationRun> runs = List.of(run(1, 0.1), run(1, 0.3), run(2, 0.3), run(2, 0.5));
        assertEquals(List.of(0.2, 0.4), rounded(EvaluationReport.summary(runs, "rmse")));
        assertEquals(List.of(0.1, 0.3), rounded(EvaluationReport.summary(runs.subList(0, 2), "rmse")));
    }

    private static List<Double> rounded(Summary summary) {
        return summary.values().stream().map(value -> Math.rint(1e9 * value) / 1e9).toList();
    }

    private static EvaluationRun run(long seed, double rmse) {
        return new EvaluationRun("part", seed, 9, 1, 0, 0, new LinkedHashMap<>(Map.of("rmse", rmse)), 1, 0, 0);
    }
}
