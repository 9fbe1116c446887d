package dev.marquee.cf.tool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.measure.RankingScores;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.baseline.Popular;
import dev.marquee.cf.train.ials.Ials;
import dev.marquee.common.testing.MovieData;
import org.junit.jupiter.api.Test;

/** On real ratings, so that a change that spoils lists is noticed. */
class ListAccuracyTest {

    @Test
    void listsOfTheRankingModelAreWorthTwiceThoseOfWhatIsPopular() {
        Split split = Split.random(new RatingData(MovieData.folder("ml-100k")).all(), 0.1, 1);
        double ials = ndcg(new Ials(), split);
        double popular = ndcg(new Popular(), split);
        assertTrue(ials > 0.33, "NDCG@10 " + ials);
        assertTrue(ials > 2 * popular, "NDCG@10 " + ials + ", of what is popular " + popular);
    }

    private static double ndcg(Algorithm<?> algorithm, Split split) {
        FactorModel model = algorithm.estimator().train(split.train(), null, TrainListener.NONE).model();
        return RankingScores.of(model, split.train(), split.heldOut(), RankingProtocol.DEFAULTS).values()
                .get("ndcg@10");
    }
}
