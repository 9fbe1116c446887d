package dev.marquee.cf.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.RankingValidation;
import dev.marquee.cf.train.support.Workers;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RankingScoresPropertyTest {

    /** Two implementations of the same figure, with other ways to score and to collect what is relevant. */
    @Test
    void fullListsHaveTheNdcgThatTrainersStopBy() {
        for (long seed = 0; seed < 20; seed++) {
            Split split = Split.random(LowRankRatings.of(60, 50, 0.4, seed), 0.3, seed);
            FactorModel model = model(split.train(), seed);
            double threshold = split.train().minRating()
                    + 0.75 * (split.train().maxRating() - split.train().minRating());
            RankingScores scores = RankingScores.of(model, split.train(), split.heldOut(),
                    protocol(Candidates.FULL, threshold, 100, 1000, 1));
            assertEquals(ndcg(model, split), scores.values().get("ndcg@10"), 1e-9,
                    "seed " + seed);
        }
    }

    @Test
    void shareMeasuresStayBetweenNoneAndOneAndRecallGrowsWithTheLength() {
        for (long seed = 0; seed < 20; seed++) {
            Split split = Split.random(LowRankRatings.of(40, 30, 0.4, seed), 0.3, seed);
            for (Candidates candidates : Candidates.values()) {
                RankingScores scores = RankingScores.of(model(split.train(), seed), split.train(), split.heldOut(),
                        protocol(candidates, 3, 5, 1000, seed));
                String where = candidates + ", seed " + seed;
                scores.values().forEach((name, value) -> assertTrue(
                        value >= 0 && (value <= 1 || name.startsWith("novelty")),
                        name + " is " + value + ", " + where));
                assertTrue(scores.values().get("recall@10") >= scores.values().get("recall@5"), where);
                assertTrue(scores.values().get("hitRate@10") >= scores.values().get("hitRate@5"), where);
            }
        }
    }

    @Test
    void theSeedDecidesWhatIsDrawnAndNothingElseDoes() {
        Split split = Split.random(LowRankRatings.of(80, 90, 0.3, 1), 0.3, 1);
        FactorModel model = model(split.train(), 1);
        for (Candidates candidates : Candidates.values()) {
            RankingProtocol drawn = protocol(candidates, 3, 20, 30, 5);
            RankingScores first = RankingScores.of(model, split.train(), split.heldOut(), drawn);
            assertEquals(30, first.users());
            assertEquals(first.values(), RankingScores.of(model, split.train(), split.heldOut(), drawn).values());
            assertNotEquals(first.values(),
                    RankingScores.of(model, split.train(), split.heldOut(), drawn.withSeed(6)).values());
        }
    }

    /** With as many samples as there are unrated movies, sampling leaves nothing to chance. */
    @Test
    void drawingAllIsTheSameWithEverySeed() {
        Split split = Split.random(LowRankRatings.of(40, 30, 0.4, 1), 0.3, 1);
        FactorModel model = model(split.train(), 1);
        RankingProtocol all = protocol(Candidates.SAMPLED, 3, 30, 1000, 5);
        assertEquals(RankingScores.of(model, split.train(), split.heldOut(), all).values(),
                RankingScores.of(model, split.train(), split.heldOut(), all.withSeed(77)).values());
    }

    private static RankingProtocol protocol(Candidates candidates, double threshold, int samples, int users,
            long seed) {
        return new RankingProtocol(candidates, List.of(5, 10), threshold, samples, users, seed);
    }

    private static FactorModel model(RatingMatrix train, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int users = train.users().size();
        int movies = train.movies().size();
        return new FactorModel(train.users(), train.movies(), 4, 3, 1, 5, new float[users], gaussian(random, movies),
                gaussian(random, users * 4), gaussian(random, movies * 4));
    }

    private static float[] gaussian(SplittableRandom random, int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @Test
    void listsMadeOnADeviceAreWorthTheSame() {
        Split split = Split.random(LowRankRatings.of(120, 90, 0.3, 4), 0.3, 4);
        FactorModel model = model(split.train(), 4);
        RankingProtocol protocol = new RankingProtocol(Candidates.FULL, List.of(5, 10), 4, 1, 1000, 1, 7);
        RankingScores here = RankingScores.of(model, split.train(), split.heldOut(), protocol);
        try (SequentialDevice device = new SequentialDevice()) {
            RankingScores there = RankingScores.of(model, split.train(), split.heldOut(), protocol, Optional.of(device),
                    () -> {});
            assertEquals(here.users(), there.users());
            here.values().forEach((name, value) -> assertEquals(value, there.values().get(name), 1e-6, name));
            assertEquals(0, device.usedBytes(), "bytes that were not given back");
        }
    }

    @Test
    void aWishToStopEndsTheJudging() {
        Split split = Split.random(LowRankRatings.of(120, 90, 0.3, 4), 0.3, 4);
        FactorModel model = model(split.train(), 4);
        for (Candidates candidates : Candidates.values()) {
            RankingProtocol protocol = new RankingProtocol(candidates, List.of(5), 4, 10, 1000, 1);
            assertThrows(CancellationException.class, () -> RankingScores.of(model, split.train(), split.heldOut(),
                    protocol, Optional.empty(), () -> {
                        throw new CancellationException("stop");
                    }));
        }
    }

    private static double ndcg(FactorModel model, Split split) {
        try (Workers workers = new Workers(2, TrainListener.NONE)) {
            return RankingValidation.of(split.train(), split.heldOut(), workers).judge().applyAsDouble(model);
        }
    }
}
