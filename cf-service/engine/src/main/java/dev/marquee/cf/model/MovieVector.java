package dev.marquee.cf.model;

/**
 * The movie's part of a prediction.
 *
 * @param bias b_i
 * @param factors q_i, k numbers; not to be changed
 */
public record MovieVector(float bias, float[] factors) {}
