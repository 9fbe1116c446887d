package dev.marquee.cf.app.training;

import dev.marquee.cf.app.models.ModelReport;
import dev.marquee.cf.eval.LearningCurve;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.Calibration;
import dev.marquee.cf.measure.CalibrationBand;
import dev.marquee.cf.measure.Candidates;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.measure.RankingScores;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a trained model does on ratings that it has not seen, by what it is for.
 *
 * @param errors {@code null} for a ranking model
 * @param calibration empty where the model does not tell how sure it is
 */
record Judgement(@Nullable RatingErrors errors, List<CalibrationBand> calibration, RankingScores lists, int heldOut) {
    /** So that judging takes no longer than a few epochs, however many users there are. */
    private static final int MOST_USERS = 2000;

    /**
     * @param split the ratings that are known, and those to judge by
     * @param seed of the users whose lists are made
     * @param damping what the service's lists by a rating model allow for movies with few ratings
     * @param listener is asked whether to stop
     */
    static Judgement of(Role role, TrainResult result, Split split, long seed, double damping,
            TrainListener listener) {
        boolean ranking = role == Role.RANKING;
        RankingProtocol protocol = new RankingProtocol(Candidates.FULL, List.of(10, 20),
                RankingProtocol.DEFAULTS.threshold(), 1, MOST_USERS, seed,
                ranking ? 0 : damping);
        RankingScores lists = RankingScores.of(result.model(), split.train(), split.heldOut(), protocol,
                Optional.empty(), listener::checkCancelled);
        return new Judgement(ranking ? null : RatingErrors.of(result.model(), split.train(), split.heldOut()),
                Calibration.of(result.model(), split.train(), split.train(), split.heldOut()), lists,
                split.heldOut().size());
    }

    /** @param note what is to be told of figures that there are none of; {@code null}: nothing */
    ModelReport report(TrainResult result, boolean refitted, long millis, @Nullable String note) {
        Place place = Place.of(result.placement());
        TrainProgress best = result.history().get(result.bestEpoch() - 1);
        return new ModelReport(errors == null ? null : known(errors.rmse()),
                errors == null ? null : known(errors.mae()), list("ndcg@10"), list("recall@20"), list("hitRate@10"),
                list("coverage@10"), lists.lists(), heldOut, best.trainMetric().id(), best.train(),
                best.validationMetric().id(), known(best.validation()), result.bestEpoch(), refitted, millis,
                place.device(), place.reason(), LearningCurve.of(result), calibration.isEmpty() ? null : calibration,
                note);
    }

    /** @param measure one of those that the protocol has */
    private @Nullable Double list(String measure) {
        return known(Objects.requireNonNull(lists.values().get(measure), measure));
    }

    /** {@code null} for NaN, which JSON does not have. */
    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
