package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StarsAlgorithmTest {

    @Test
    void theFinalModelIsForDataThatAreNeitherSmallNorHuge() {
        assertEquals("als", StarsAlgorithm.of(Optional.empty(), StarsAlgorithm.LEAST_RATINGS - 1));
        assertEquals("hybrid", StarsAlgorithm.of(Optional.empty(), StarsAlgorithm.LEAST_RATINGS));
        assertEquals("hybrid", StarsAlgorithm.of(Optional.empty(), StarsAlgorithm.MOST_RATINGS));
        assertEquals("als", StarsAlgorithm.of(Optional.empty(), StarsAlgorithm.MOST_RATINGS + 1));
        assertEquals("sgd", StarsAlgorithm.of(Optional.of("sgd"), 900_000));
    }

    @Test
    void itsTimeIsSaidBeforehandByTheCoresThereAre() {
        assertEquals("", StarsAlgorithm.duration("als", 20_000_000, 2));
        assertEquals(", which takes 1 to 3 minutes; --algorithm als takes seconds",
                StarsAlgorithm.duration("hybrid", 100_000, 2));
        assertEquals(", which takes 4 to 9 minutes; --algorithm als takes seconds",
                StarsAlgorithm.duration("hybrid", 1_000_000, 2));
        assertEquals(", which takes 1 to 3 minutes; --algorithm als takes seconds",
                StarsAlgorithm.duration("hybrid", 1_000_000, 8));
    }
}
