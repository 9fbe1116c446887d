package dev.marquee.cf.app.models;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How good a model is, measured on ratings that took no part in its training.
 *
 * @param rmse root of the mean squared error in stars
 * @param mae mean absolute error in stars
 * @param heldOut how many ratings were predicted
 * @param trainRmse of the ratings that it learnt from, in its last epoch
 * @param validationRmse of the ratings by which the number of epochs was chosen; {@code null} where none were needed
 * @param epochs after how many epochs it was best
 * @param refitted whether the stored model was then trained anew, by the same number of epochs, on all ratings
 * @param trainMillis how long all of that took
 */
@Schema(description = "Errors on ratings that were held out of the training")
public record ModelReport(@Schema(examples = "0.8712") double rmse, @Schema(examples = "0.6689") double mae,
        @Schema(examples = "10083") int heldOut, @Schema(examples = "0.7421") double trainRmse,
        @Schema(examples = "0.8733") Double validationRmse, @Schema(examples = "17") int epochs, boolean refitted,
        @Schema(examples = "2340") long trainMillis) {}
