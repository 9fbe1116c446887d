package dev.marquee.cf.train;

import java.time.Duration;

/**
 * How far a training is.
 *
 * @param epoch epochs done, from 1
 * @param epochs epochs at most
 * @param trainMetric what {@code train} is
 * @param train of the ratings trained on, as met during the epoch
 * @param validationMetric what {@code validation} is, and what the best epoch is chosen by
 * @param validation of the ratings held out, or NaN where there are none to judge by
 * @param elapsed since the start
 * @param remaining an estimate, as if no epoch were saved by stopping early
 */
public record TrainProgress(int epoch, int epochs, Metric trainMetric, double train, Metric validationMetric,
        double validation, Duration elapsed, Duration remaining) {}
