package dev.marquee.cf.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.train.Role;
import org.junit.jupiter.api.Test;

class AlgorithmsTest {
    @Test
    void constantsNameWhatIsInTheList() {
        assertEquals(Algorithms.ids(algorithm -> algorithm.roles().contains(Role.RATING)), Algorithms.FOR_STARS);
        assertEquals(Algorithms.ids(algorithm -> algorithm.roles().contains(Role.RANKING)), Algorithms.FOR_LISTS);
        assertEquals(Algorithms.ids(algorithm -> algorithm.deviceTrainer().isPresent()), Algorithms.ON_DEVICES);
    }
}
