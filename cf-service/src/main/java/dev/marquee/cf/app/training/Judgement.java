package dev.marquee.cf.app.training;

import dev.marquee.cf.app.models.ModelReport;
import dev.marquee.cf.app.models.Roles;
import dev.marquee.cf.eval.RatingErrors;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.train.RankingValidation;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;

/**
 * How a trained model does on ratings that it has not seen, by what it is for.
 *
 * @param rmse {@code null} for a ranking model; likewise {@code mae}
 * @param ndcgAt10 {@code null} for a rating model
 */
record Judgement(Double rmse, Double mae, Double ndcgAt10, int heldOut) {

    /**
     * @param split the ratings that are known, and those to judge by
     * @param listener is asked whether to stop
     */
    static Judgement of(String role, TrainResult result, Split split, TrainListener listener) {
        if (role.equals(Roles.RANKING)) {
            double ndcg = RankingValidation.ndcg(result.model(), split, listener);
            return new Judgement(null, null, known(ndcg), split.heldOut().size());
        }
        RatingErrors errors = RatingErrors.of(result.model(), split.heldOut());
        return new Judgement(errors.rmse(), errors.mae(), null, errors.ratings());
    }

    ModelReport report(TrainResult result, boolean refitted, long millis) {
        TrainProgress best = result.history().get(result.bestEpoch() - 1);
        return new ModelReport(rmse, mae, ndcgAt10, heldOut, best.trainMetric().id(), best.train(),
                best.validationMetric().id(), known(best.validation()), result.bestEpoch(), refitted, millis);
    }

    /** {@code null} for NaN, which JSON does not have. */
    private static Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
