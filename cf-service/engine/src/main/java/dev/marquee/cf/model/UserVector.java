package dev.marquee.cf.model;

/**
 * The user's part of a prediction.
 *
 * @param bias b_u
 * @param factors p_u, k numbers; not to be changed
 */
public record UserVector(float bias, float[] factors) {}
