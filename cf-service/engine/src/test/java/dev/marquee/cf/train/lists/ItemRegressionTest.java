package dev.marquee.cf.train.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.Workers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemRegressionTest {

    /** Rounding makes of a matrix that is barely positive definite one that is not. */
    @Test
    void aRegressionWithoutASolutionIsTold() {
        ListsOptions options = new ListsOptions(8, 4, 0, 100, 0.001, 60, 3, 1);
        List<String> notes = new ArrayList<>();
        try (Workers workers = new Workers(1, TrainListener.NONE)) {
            assertTrue(ItemRegression.solve(new float[]{2}, 1, options, workers, notes::add));
            assertEquals(List.of(), notes);
            assertFalse(ItemRegression.solve(new float[]{1, 0, 2, 1}, 2, options, workers, notes::add));
        }
        assertEquals(1, notes.size());
        assertTrue(notes.getFirst().contains("itemRegularization 0.001"), notes.getFirst());
    }
}
