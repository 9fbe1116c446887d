package dev.marquee.cf.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Movies 10, 20, 30 and 40 with 1, 2, 3 and 4 training ratings, the best of them for 30: three times 5 stars. User 9
 * has no training rating and likes 20 in the end.
 */
class UnknownUsersTest {
    private static final double LOG3 = Math.log(3) / Math.log(2);
    private final Split split = Split.byTime(ratings(), 0.1);
    private final RatingMatrix train = split.train();

    private static RatingMatrix ratings() {
        RatingMatrixBuilder builder = RatingMatrix.builder().add(9, 20, 5, 99);
        builder.add(1, 10, 5, 1).add(1, 20, 2, 1).add(2, 20, 2, 1);
        builder.add(1, 30, 5, 1).add(2, 30, 5, 1).add(3, 30, 5, 1);
        return builder.add(1, 40, 2, 1).add(2, 40, 1, 1).add(3, 40, 1, 1).add(4, 40, 1, 1).build();
    }

    private FactorModel model(float[] biases, float[] factors) {
        return new FactorModel(train.users(), train.movies(), 1, 0, 1, 5, new float[5], biases, new float[5], factors);
    }

    private RankingScores scores(FactorModel model, Candidates candidates) {
        return RankingScores.of(model, train, split.heldOut(),
                new RankingProtocol(candidates, List.of(4), 4, 100, 1000, 1));
    }

    /** By good ratings 30 comes first (3), then 10 (1) before 20 (0.5) and 40 (0.25), not 10, 20, 30, 40 by id. */
    @Test
    void whoseTasteIsUnknownGetsWhatIsPopular() {
        FactorModel model = model(new float[4], new float[]{1, 1, 1, 1});
        RankingScores full = scores(model, Candidates.FULL);
        assertEquals(1, full.lists());
        assertEquals(1, full.unknown());
        assertEquals(1.0 / 3, full.values().get("map@4"), 1e-9);
        assertEquals(0.5, full.values().get("ndcg@4"), 1e-9);
        assertEquals(1.0 / 3, scores(model, Candidates.SAMPLED).values().get("map@4"), 1e-9);
    }

    /** That is so also where a model of stars would order by how good movies are: 20, 30, 40, 10. */
    @Test
    void aModelOfTastesHasNoSayForWhoHasNone() {
        RankingScores scores = scores(model(new float[]{0, 3, 2, 1}, new float[]{0, 0, 0, 1}), Candidates.FULL);
        assertEquals(1.0 / 3, scores.values().get("map@4"), 1e-9);
    }

    @Test
    void oneListForEverybodyIsTheirsToo() {
        RankingScores scores = scores(model(new float[]{0, 2, 3, 1}, new float[4]), Candidates.FULL);
        assertEquals(0, scores.unknown());
        assertEquals(1 / LOG3, scores.values().get("ndcg@4"), 1e-9);
    }

    @Test
    void figuresByUserAddUpToTheMeans() {
        RankingScores scores = scores(model(new float[4], new float[]{1, 1, 1, 1}), Candidates.FULL);
        assertEquals(List.of(9L), Arrays.stream(scores.byUser().users()).boxed().toList());
        assertEquals(0.5, scores.byUser().sums().get("ndcg@4")[0], 1e-9);
        assertEquals("lists", scores.byUser().unit());
    }
}
