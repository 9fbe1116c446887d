package dev.marquee.cf.eval;

import org.jspecify.annotations.Nullable;

/**
 * How much a figure of an algorithm is above that of another, on the same divisions. What makes a division or a user
 * easy or hard is the same for both and falls out, so the interval is narrower than what those of the two figures would
 * make one think.
 *
 * @param to the other algorithm
 * @param mean of the differences of the divisions
 * @param halfWidth of the 95 % confidence interval over divisions or seeds, see {@link Summary}; {@code null} for a
 *            single one
 * @param halfWidthOverUsers of the 95 % confidence interval over the users who were judged, as drawn from all users
 *            that there could be; lists are compared user by user, errors rating by rating; {@code null} where a
 *            measure is not one of users, and for a single user
 * @param users how many those are
 * @param compared how many ratings or lists
 * @param unit {@code ratings}, {@code lists}, or {@code null} where a measure is not one of users
 */
public record Difference(String to, double mean, @Nullable Double halfWidth, @Nullable Double halfWidthOverUsers,
        int users, long compared, @Nullable String unit) {}
