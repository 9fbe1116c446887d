package dev.marquee.cf.train;

import java.time.Duration;

/**
 * How far a training is.
 *
 * @param epoch epochs done, from 1
 * @param epochs epochs at most
 * @param trainRmse of the ratings trained on, as met during the epoch
 * @param validationRmse of the ratings held out, or NaN where there are none
 * @param elapsed since the start
 * @param remaining an estimate, as if no epoch were saved by stopping early
 */
public record TrainProgress(int epoch, int epochs, double trainRmse, double validationRmse, Duration elapsed,
        Duration remaining) {}
