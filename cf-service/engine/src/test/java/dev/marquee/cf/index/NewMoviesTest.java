package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentMatrixBuilder;
import dev.marquee.cf.index.NewMovies.Found;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.id.IdMap;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Even movies are of one kind and liked by whom the first factor likes, odd ones of the other. */
class NewMoviesTest {
    private static final int KNOWN = 40;
    private static final int ALL = 60;
    private static final int ENOUGH = 5;
    private static final float[] EVENS = {1, 0};

    private final FactorModel model = model();
    private final NewMovies movies = NewMovies.of(content(), model, movie -> movie < 4 ? ENOUGH - 1 : 50, ENOUGH);

    private static FactorModel model() {
        float[] factors = new float[KNOWN * 2];
        for (int movie = 0; movie < KNOWN; movie++) {
            factors[movie * 2 + movie % 2] = 1;
        }
        return new FactorModel(IdMap.of(new long[]{1}), IdMap.of(LongStream.range(0, KNOWN).toArray()), 2, 0, 1, 5,
                new float[1], new float[KNOWN], new float[2], factors);
    }

    private static ContentMatrix content() {
        ContentMatrixBuilder content = ContentMatrix.builder();
        for (int movie = 0; movie < ALL; movie++) {
            content.add(movie, new int[]{movie % 2}, new float[]{1}, 0, 1);
        }
        return content.build();
    }

    private List<Long> top(long[] rated, float[] weights, int n) {
        return movies.top(EVENS, rated, weights, n, id -> id != ALL - 2).stream().map(Found::movieId).toList();
    }

    @Test
    void theyAreThoseWithFewRatingsAndThoseThatTheModelDoesNotKnow() {
        assertEquals(4 + ALL - KNOWN, movies.size());
        List<Long> all = top(new long[]{10}, new float[]{1}, ALL);
        assertTrue(all.containsAll(List.of(0L, 2L, 40L, 42L)), "all: " + all);
        assertTrue(all.stream().allMatch(id -> id < 4 || id >= KNOWN), "all: " + all);
        assertFalse(all.contains((long) ALL - 2), "not allowed");
    }

    @Test
    void theBestAreWhatTheModelLikesOfWhatIsLike() {
        assertTrue(top(new long[]{10, 11}, new float[]{1, 0.2f}, 5).stream().allMatch(id -> id % 2 == 0));
        assertEquals(5, top(new long[]{10}, new float[]{1}, 5).size());
    }

    /** The model of what is watched still says that they are watched. */
    @Test
    void whatIsDislikedBringsNoneOfItsLike() {
        assertTrue(top(new long[]{10, 12}, new float[]{-1, -1}, 5).isEmpty());
        assertTrue(top(new long[]{10, 11}, new float[]{-1, 1}, 5).stream().allMatch(id -> id % 2 == 1));
    }

    @Test
    void withoutAnOpinionOrContentThereAreNone() {
        assertTrue(top(new long[0], new float[0], 5).isEmpty());
        assertTrue(NewMovies.NONE.top(EVENS, new long[]{10}, new float[]{1}, 5, id -> true).isEmpty());
        assertEquals(0, NewMovies.of(ContentMatrix.EMPTY, model, movie -> 0, ENOUGH).size());
    }
}
