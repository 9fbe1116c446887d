package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.marquee.cf.matrix.RatingMatrix;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** User 1 rated last an hour and a second before the end, user 2 an hour, user 3 at the end; of 4 no time is known. */
class AskedTest {
    private static final int END = 1_000_000;
    private final RatingMatrix known = RatingMatrix.builder().add(1, 10, 4, 5000).add(1, 20, 5, END - 3601)
            .add(2, 10, 4, END - 3600).add(3, 20, 3, END).add(4, 10, 1, 0).build();

    private static boolean[] away(Asked asked) {
        boolean[] away = new boolean[4];
        IntStream.range(0, 4).forEach(user -> away[user] = asked.rater(new float[2], user).away());
        return away;
    }

    @Test
    void atTheEndWhoseSittingIsOverWasAway() {
        Asked asked = Asked.atTheEnd(known);
        assertEquals(OptionalLong.of(END), asked.at());
        assertArrayEquals(new boolean[]{true, false, false, false}, away(asked));
    }

    @Test
    void inTheSittingNobodyWasAway() {
        assertArrayEquals(new boolean[4], away(Asked.inTheSitting(known)));
    }

    @Test
    void withoutTimesNobodyWasAway() {
        RatingMatrix untimed = RatingMatrix.builder().add(1, 10, 4, 0).build();
        assertFalse(Asked.atTheEnd(untimed).rater(new float[2], 0).away());
    }

    @Test
    void someoneComesWithTheirRatings() {
        Rater rater = Asked.atTheEnd(known).rater(new float[]{7}, 0);
        assertArrayEquals(new float[]{7}, rater.vector());
        assertArrayEquals(new int[]{0, 1}, rater.movies());
        assertArrayEquals(new float[]{4, 5}, rater.ratings());
    }
}
