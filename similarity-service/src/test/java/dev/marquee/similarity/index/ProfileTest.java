package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.similarity.features.SparseVector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static List<WeightedMovie> movies(long... ids) {
        return Arrays.stream(ids).mapToObj(id -> new WeightedMovie(id, 1)).toList();
    }

    @Test
    void idsAscendAndEachIsThereOnce() {
        assertArrayEquals(new long[]{3, 5, 9}, Profile.ids(movies(9, 3, 5)));
        assertArrayEquals(new long[]{3, 5, 9}, Profile.ids(movies(9, 3, 9, 5, 3, 3)));
        assertArrayEquals(new long[0], Profile.ids(List.of()));
    }

    @Test
    void aMovieThatIsNamedTwiceCountsWithTheSumOfItsWeights() {
        SparseVector first = SparseVector.normalised(new int[]{0}, new double[]{1}, 3);
        SparseVector second = SparseVector.normalised(new int[]{1}, new double[]{1}, 1);
        Profile profile = Profile.of(List.of(new WeightedMovie(1, 2), new WeightedMovie(2, 4), new WeightedMovie(1, 1)),
                List.of(first, second, first), 2);
        // Along column 0: 3 · 1/2; along column 1: 4 · √½; own, at right angles: 3 · √¾ and 4 · √½.
        double length = Math.sqrt(9 / 4.0 + 8 + 27 / 4.0 + 8);
        assertEquals(length, profile.length(), 1e-6);
        assertEquals(1.5 / length, profile.direction().at(0), 1e-6);
        assertEquals(4 * Math.sqrt(0.5) / length, profile.direction().at(1), 1e-6);
        assertEquals(Math.sqrt(27 / 4.0 + 8) / length, profile.direction().own(), 1e-6);
    }
}
