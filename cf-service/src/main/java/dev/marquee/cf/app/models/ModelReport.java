package dev.marquee.cf.app.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How good a model is, measured on ratings that took no part in its training: a rating model by its errors, a ranking model by
 * its lists.
 *
 * @param rmse root of the mean squared error in stars; {@code null} of a ranking model
 * @param mae mean absolute error in stars; {@code null} of a ranking model
 * @param ndcgAt10 NDCG@10 of lists of all movies without a rating, where those liked among the held-out ratings are relevant;
 *        {@code null} of a rating model
 * @param heldOut how many ratings were held out for this
 * @param trainMetric what {@code trainValue} is
 * @param trainValue of the ratings that it learnt from, in its last epoch
 * @param validationMetric what {@code validationValue} is
 * @param validationValue of the ratings by which the number of epochs was chosen; {@code null} where none were needed
 * @param epochs after how many epochs it was best
 * @param refitted whether the stored model was then trained anew, by the same number of epochs, on all ratings
 * @param trainMillis how long all of that took
 */
@Schema(description = "How good the model is on ratings that were held out of the training")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelReport(@Schema(examples = "0.8712") Double rmse, @Schema(examples = "0.6689") Double mae,
        @Schema(examples = "0.2614") Double ndcgAt10, @Schema(examples = "10083") int heldOut,
        @Schema(examples = "rmse") String trainMetric, @Schema(examples = "0.7421") double trainValue,
        @Schema(examples = "rmse") String validationMetric, @Schema(examples = "0.8733") Double validationValue,
        @Schema(examples = "17") int epochs, boolean refitted, @Schema(examples = "2340") long trainMillis) {

    /** The same report of a training that took so long. */
    public ModelReport tookMillis(long millis) {
        return new ModelReport(rmse, mae, ndcgAt10, heldOut, trainMetric, trainValue, validationMetric, validationValue,
                epochs, refitted, millis);
    }
}
