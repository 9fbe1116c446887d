package dev.marquee.cf.train.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.predict.KnownRatings;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewToldTest {
    private static final FewTold FIFTH = new FewTold(0.2, 42);
    private static final KnownRatings FIVE = new KnownRatings(new int[]{7, 3, 9, 1, 4}, new float[]{1, 2, 3, 4, 5},
            new long[]{10, 20, 30, 40, 50});

    @Test
    void aShareOfTheUsersIsKnownByAFewRatings() {
        int[] told = IntStream.range(0, 10_000).map(FIFTH::told).filter(count -> count >= 0).toArray();
        assertEquals(2000, told.length, 150);
        assertEquals(Set.of(0, 1, 2, 3, 5, 10), Arrays.stream(told).boxed().collect(Collectors.toSet()));
        assertTrue(IntStream.range(0, 1000).allMatch(user -> new FewTold(0, 42).told(user) == -1));
    }

    @Test
    void soManyOfTheirRatingsAreLeftInTheirOrder() {
        Set<Integer> firsts = IntStream.range(0, 1000).filter(user -> FIFTH.told(user) == 2).mapToObj(user -> {
            KnownRatings told = FIFTH.told(user, FIVE);
            assertEquals(2, told.size());
            assertTrue(told.seconds()[0] < told.seconds()[1]);
            assertEquals(10L * Math.round(told.ratings()[0]), told.seconds()[0]);
            return told.movies()[0];
        }).collect(Collectors.toSet());
        assertEquals(Set.of(7, 3, 9, 1), firsts, "each may be left, the last alone never first");
    }

    @Test
    void whoHasFewerIsKnownByAll() {
        int user = IntStream.range(0, 1000).filter(each -> FIFTH.told(each) == 10).findFirst().orElseThrow();
        assertArrayEquals(FIVE.movies(), FIFTH.told(user, FIVE).movies());
        int nobody = IntStream.range(0, 1000).filter(each -> FIFTH.told(each) == 0).findFirst().orElseThrow();
        assertEquals(0, FIFTH.told(nobody, FIVE).size());
    }
}
