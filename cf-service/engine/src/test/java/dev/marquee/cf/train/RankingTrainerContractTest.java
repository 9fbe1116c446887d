package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.support.SlowNdcg;

/**
 * What every {@link Trainer} of factors that order lists keeps.
 *
 * @param <O> the trainer's options
 */
public abstract class RankingTrainerContractTest<O extends TrainOptions> extends TrainerContractTest<O> {

    /** What was rated well has a higher score than what was not rated. */
    @Override
    protected void assertLearnt(FactorModel model, Split split, String where) {
        RatingMatrix ratings = split.train();
        double rated = 0;
        double all = 0;
        for (int user = 0; user < ratings.users().size(); user++) {
            for (int movie = 0; movie < ratings.movies().size(); movie++) {
                double score = score(model, user, movie);
                all += score / ratings.users().size() / ratings.movies().size();
                rated += ratings.byUser().find(user, movie) >= 0 ? score / ratings.size() : 0;
            }
        }
        assertTrue(rated > all, where + ": mean score of the rated " + rated + ", of all " + all);
    }

    @Override
    protected double judged(FactorModel model, Split split) {
        return SlowNdcg.of((user, movie) -> score(model, user, movie), split, 4);
    }

    @Override
    protected void assertMakesSense(FactorModel model) {
        assertTrue(score(model, 0, 0) > score(model, 0, 1), "what was liked comes before what was not");
    }

    /** What the factors order lists by. */
    protected static float score(FactorModel model, int user, int movie) {
        float[] p = model.userFactors(user);
        float[] q = model.movieFactors(movie);
        float sum = model.movieBias(movie);
        for (int f = 0; f < p.length; f++) {
            sum += p[f] * q[f];
        }
        return sum;
    }
}
