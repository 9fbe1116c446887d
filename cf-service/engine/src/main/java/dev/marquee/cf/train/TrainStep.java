package dev.marquee.cf.train;

import java.time.Duration;

/**
 * How far a training is that goes on after its epochs.
 *
 * @param done steps done, from 0
 * @param steps all of them
 * @param elapsed since the start of the training
 * @param remaining an estimate, as if the steps took alike
 */
public record TrainStep(int done, int steps, Duration elapsed, Duration remaining) {}
