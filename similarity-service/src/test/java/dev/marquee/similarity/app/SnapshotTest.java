package dev.marquee.similarity.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.index.MovieFilter;
import dev.marquee.similarity.index.Neighbour;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final FeatureWeights WEIGHTS = FeatureWeights.DEFAULTS;
    private static final int MANY = Snapshot.FEW + 1;

    private static Movie movie(long id, String... tags) {
        return new Movie(id, "Movie", null, null, List.of(id % 2 == 0 ? "Drama" : "Comedy"), List.of(),
                List.of(tags).stream().map(tag -> new TagCount(tag, 1)).toList(), null, null);
    }

    private static Snapshot untagged(int movies) {
        return Snapshot.build(LongStream.rangeClosed(1, movies).mapToObj(SnapshotTest::movie).toList(), WEIGHTS);
    }

    private static List<Neighbour> likeTheFirst(Snapshot snapshot) {
        return snapshot.index().similar(1, snapshot.size(), MovieFilter.NONE);
    }

    /** One of the two genres is that of movies with odd ids only. */
    private static boolean isLikeTheFirst(Snapshot snapshot, long movieId) {
        return likeTheFirst(snapshot).stream().anyMatch(found -> found.movieId() == movieId);
    }

    @Test
    void aCatalogueThatGrowsFromNothingAnswersAsIfItHadBeenBuiltAtOnce() {
        Snapshot grown = untagged(0);
        for (int id = 1; id <= 7; id++) {
            grown = grown.with(movie(id)).upToDate(WEIGHTS);
            assertEquals(likeTheFirst(untagged(id)), likeTheFirst(grown), "of " + id);
        }
    }

    @Test
    void amongFewMoviesAKindThatIsNewCountsAtOnce() {
        Snapshot next = untagged(Snapshot.FEW).with(movie(1, "noir")).upToDate(WEIGHTS).with(movie(2, "noir"))
                .upToDate(WEIGHTS);
        assertTrue(isLikeTheFirst(next, 2));
        assertEquals(Snapshot.FEW, next.size());
        assertEquals(Snapshot.FEW - 1, next.without(9).upToDate(WEIGHTS).size());
    }

    @Test
    void manyMoviesAreBuiltAnewOnlyAfterAsManyChanges() {
        Snapshot next = untagged(MANY);
        for (int change = 0; change < MANY; change++) {
            next = next.with(movie(1 + change % 2, "noir"));
            assertSame(next, next.upToDate(WEIGHTS), "after " + change);
        }
        assertFalse(isLikeTheFirst(next, 2), "tags do not count yet");
        next = next.without(3);
        Snapshot anew = next.upToDate(WEIGHTS);
        assertNotSame(next, anew);
        assertEquals(next.size(), anew.size());
        assertTrue(isLikeTheFirst(anew, 2));
        assertSame(anew, anew.upToDate(WEIGHTS));
    }
}
