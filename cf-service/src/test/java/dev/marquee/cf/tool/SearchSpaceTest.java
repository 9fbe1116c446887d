package dev.marquee.cf.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.train.als.AlsOptions;
import dev.marquee.common.error.InvalidRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

    @Test
    void aGridIsAllCombinations() {
        SearchSpace space = SearchSpace.of(List.of("a=1,2,2", "b=x,y"), List.of());
        assertEquals(List.of(Map.of("a", "1", "b", "x"), Map.of("a", "1", "b", "y"), Map.of("a", "2", "b", "x"),
                Map.of("a", "2", "b", "y")), space.all());
    }

    @Test
    void randomValuesLieInTheirRangesAndDependOnTheSeed() {
        SearchSpace space = SearchSpace.of(List.of("weighting=0,1"),
                List.of("factors=3..40", "regularization=0.001..10:log"));
        for (long seed = 0; seed < 20; seed++) {
            List<Map<String, String>> drawn = space.random(50, AlsOptions.DEFAULTS, seed);
            assertEquals(50, new HashSet<>(drawn).size(), "seed " + seed);
            long small = 0;
            for (Map<String, String> settings : drawn) {
                int factors = Integer.parseInt(settings.get("factors"));
                double regularization = Double.parseDouble(settings.get("regularization"));
                assertTrue(factors >= 3 && factors <= 40, settings + ", seed " + seed);
                assertTrue(regularization >= 0.001 && regularization <= 10, settings + ", seed " + seed);
                small += regularization < 0.1 ? 1 : 0;
            }
            // Half of the powers of ten lie below 0.1.
            assertTrue(small > 10 && small < 40, small + " of 50 below the middle, seed " + seed);
            assertEquals(drawn, space.random(50, AlsOptions.DEFAULTS, seed));
            assertNotEquals(drawn, space.random(50, AlsOptions.DEFAULTS, seed + 1));
        }
    }

    @Test
    void whatIsDrawnTwiceIsTriedOnce() {
        SearchSpace space = SearchSpace.of(List.of("weighting=0,1"), List.of());
        assertEquals(2, space.random(100, AlsOptions.DEFAULTS, 1).size());
    }

    @Test
    void whatCannotBeSearchedIsRefused() {
        assertRefused("nothing to search", List.of(), List.of());
        assertRefused("between its commas", List.of("a="), List.of());
        assertRefused("between its commas", List.of("a=1,,2"), List.of());
        assertRefused("of the form", List.of("a"), List.of());
        assertRefused("names a twice", List.of("a=1", "a=2"), List.of());
        assertRefused("searched already", List.of("a=1"), List.of("a=1..2"));
        assertRefused("the seed", List.of("seed=1"), List.of());
        assertRefused("LOW below HIGH", List.of(), List.of("a=2..1"));
        assertRefused("above 0", List.of(), List.of("a=0..1:log"));
        assertRefused("two numbers", List.of(), List.of("a=1..x"));
        assertRefused("two numbers", List.of(), List.of("a=1"));
        String message = assertThrows(InvalidRequest.class,
                () -> SearchSpace.of(List.of(), List.of("a=1..2")).all()).getMessage();
        assertTrue(message.contains("--random"), message);
    }

    private static void assertRefused(String words, List<String> grids, List<String> ranges) {
        String message = assertThrows(InvalidRequest.class, () -> SearchSpace.of(grids, ranges)).getMessage();
        assertTrue(message.contains(words), message);
    }
}
