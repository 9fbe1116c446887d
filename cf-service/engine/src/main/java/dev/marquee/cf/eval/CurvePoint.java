package dev.marquee.cf.eval;

import org.jspecify.annotations.Nullable;

/**
 * One epoch of a {@link LearningCurve}.
 *
 * @param epoch from 1
 * @param train figure of the ratings trained on
 * @param validation figure of the ratings held out; {@code null} where none were
 * @param seconds since the start of the training
 */
public record CurvePoint(int epoch, double train, @Nullable Double validation, double seconds) {}
