package dev.marquee.cf.app.models;

import dev.marquee.cf.eval.CurvePoint;
import dev.marquee.cf.eval.LearningCurve;
import dev.marquee.cf.measure.CalibrationBand;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is, measured on ratings that took no part in its training: a rating model by its errors and its
 * lists, a ranking model by its lists.
 *
 * <p>
 * Lists are of all movies that a user has no rating of in the training, ordered as the service does it by the model
 * alone; what the user liked among the held-out ratings is relevant (4 stars or more). They are those of 2,000 users
 * drawn by the seed, or of all where there are fewer. What they measure is defined by
 * {@link dev.marquee.cf.measure.ListMeasure}.
 *
 * <p>
 * Stored as JSON, whose names are those of the components; what is {@code null} is left out. Reports of models that
 * were stored before there was a figure do not have it.
 *
 * @param rmse root of the mean squared error in stars; {@code null} of a ranking model, and where no rating was held
 *            out
 * @param mae mean absolute error in stars; {@code null} likewise
 * @param ndcgAt10 how far up the relevant movies stand among the first ten; {@code null} where nobody liked a held-out
 *            movie, and so are the other figures of lists
 * @param recallAt20 share of the relevant movies that are among the first twenty
 * @param hitRateAt10 share of the lists with a relevant movie among the first ten
 * @param coverageAt10 share of all movies that are among the first ten of some list
 * @param lists how many were made
 * @param heldOut how many ratings were held out for this
 * @param trainMetric what {@code trainValue} is
 * @param trainValue of the ratings that it learnt from, in its last epoch
 * @param validationMetric what {@code validationValue} is
 * @param validationValue of the ratings by which the number of epochs was chosen; {@code null} where there are none to
 *            judge by; then all epochs were run
 * @param epochs after how many epochs it was best
 * @param refitted whether the stored model was then trained anew, by the same number of epochs, on all ratings
 * @param trainMillis how long all of that took
 * @param device where it was trained
 * @param deviceReason why there
 * @param learningCurve of the training that chose the number of epochs
 * @param calibration whether errors are as large as the model expects; {@code null} where it does not tell
 * @param note what the training found on the way, and which figures there are none of, and why; {@code null} where
 *            there is nothing to tell
 */
@RegisterForReflection(targets = {ModelReport.class, LearningCurve.class, CurvePoint.class, CalibrationBand.class})
public record ModelReport(@Nullable Double rmse, @Nullable Double mae, @Nullable Double ndcgAt10,
        @Nullable Double recallAt20, @Nullable Double hitRateAt10, @Nullable Double coverageAt10,
        @Nullable Integer lists, int heldOut, @Nullable String trainMetric, double trainValue,
        @Nullable String validationMetric, @Nullable Double validationValue, int epochs, boolean refitted,
        long trainMillis, @Nullable String device, @Nullable String deviceReason,
        @Nullable LearningCurve learningCurve, @Nullable List<CalibrationBand> calibration, @Nullable String note) {

    /** The same report of a training that took so long. */
    public ModelReport tookMillis(long millis) {
        return new ModelReport(rmse, mae, ndcgAt10, recallAt20, hitRateAt10, coverageAt10, lists, heldOut, trainMetric,
                trainValue, validationMetric, validationValue, epochs, refitted, millis, device, deviceReason,
                learningCurve, calibration, note);
    }
}
