package dev.marquee.cf.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Three users, six movies with ids 10 to 60, and a model that orders them 60, 50, … 10 for everybody. */
class RankingScoresTest {
    private static final double EXACT = 1e-6;
    private final RatingMatrix train = RatingMatrix.builder().add(1, 10, 5, 0).add(1, 60, 3, 0).add(2, 10, 4, 0)
            .add(2, 20, 1, 0).add(3, 10, 5, 0).add(3, 30, 5, 0).add(3, 40, 2, 0).add(3, 50, 2, 0).build();
    private final FactorModel model = new FactorModel(train.users(), train.movies(), 1, 0, 1, 5, new float[3],
            new float[]{1, 2, 3, 4, 5, 6}, new float[3], new float[6]);

    @Test
    void fullListsAreOfAllMoviesWithoutATrainingRating() {
        // Lists: user 1: 50 40 30 20; user 2: 60 50 40 30; user 3: 60 20.
        HeldOut test = held(new long[]{1, 1, 1, 2, 3, 9, 1}, new long[]{40, 20, 50, 30, 60, 60, 99},
                new float[]{4, 5, 3, 5, 2, 5, 5});
        RankingScores scores = RankingScores.of(model, train, test, protocol(Candidates.FULL, 4, 2, 4));
        // Relevant are 40 and 20 for user 1, 30 for user 2; user 3 has only a bad rating, user 9 and movie 99 are unknown.
        assertEquals(2, scores.users());
        assertEquals(2, scores.lists());
        assertValue((0.5 + 0) / 2, scores, "precision@2");
        assertValue((0.5 + 0) / 2, scores, "recall@2");
        assertValue((2.0 / 4 + 1.0 / 4) / 2, scores, "precision@4");
        assertValue(1, scores, "recall@4");
        assertValue(1.0 / 2, scores, "hitRate@2");
        assertValue(((1.0 / 2 + 2.0 / 4) / 2 + 1.0 / 4) / 2, scores, "map@4");
        double log3 = 1.584962500721156;
        double log5 = 2.321928094887362;
        assertValue(((1 / log3 + 1 / log5) / (1 + 1 / log3) + 1 / log5) / 2, scores, "ndcg@4");
        assertValue(3.0 / 6, scores, "coverage@2");
        assertValue(5.0 / 6, scores, "coverage@4");
        // 20, 30, 40, 50 and 60 were each rated by one of three users.
        assertValue(log3, scores, "novelty@2");
    }

    @Test
    void anyRatingIsRelevantWithoutAThreshold() {
        HeldOut test = held(new long[]{3}, new long[]{60}, new float[]{2});
        RankingScores scores = RankingScores.of(model, train, test, protocol(Candidates.FULL, 0, 1));
        assertEquals(1, scores.users());
        assertValue(1, scores, "ndcg@1");
    }

    @Test
    void whereNobodyHasARelevantMovieNothingIsKnown() {
        HeldOut test = held(new long[]{3}, new long[]{60}, new float[]{2});
        for (Candidates candidates : Candidates.values()) {
            RankingScores scores = RankingScores.of(model, train, test, protocol(candidates, 4, 1));
            assertEquals(0, scores.lists());
            scores.values().forEach((name, value) -> assertTrue(value.isNaN(), name + " is " + value));
        }
    }

    @Test
    void sampledListsAreOfOneRelevantMovieAndUnratedOnes() {
        // User 1 has rated 10 and 60, and 40 and 20 are held out: 50 and 30 are left to draw from, all of them are.
        HeldOut test = held(new long[]{1, 1}, new long[]{40, 20}, new float[]{4, 5});
        RankingScores scores = RankingScores.of(model, train, test, protocol(Candidates.SAMPLED, 4, 1, 2));
        assertEquals(1, scores.users());
        assertEquals(2, scores.lists());
        // Movie 40 stands behind 50 alone, movie 20 behind both.
        assertValue(0, scores, "hitRate@1");
        assertValue(0.5, scores, "recall@2");
        assertValue(0.25, scores, "precision@2");
        assertValue(0.5 / 1.584962500721156, scores, "ndcg@2");
        assertValue(0.25, scores, "map@2");
        assertEquals(Set.of("precision@1", "recall@1", "ndcg@1", "map@1", "hitRate@1", "precision@2", "recall@2",
                "ndcg@2", "map@2", "hitRate@2"), scores.values().keySet());
    }

    private HeldOut held(long[] users, long[] movies, float[] ratings) {
        return HeldOut.of(train, users, movies, ratings);
    }

    private static RankingProtocol protocol(Candidates candidates, double threshold, Integer... lengths) {
        return new RankingProtocol(candidates, List.of(lengths), threshold, 100, 1000, 1);
    }

    private static void assertValue(double expected, RankingScores scores, String name) {
        assertEquals(expected, scores.values().get(name), EXACT, name);
    }
}
