package dev.marquee.cf.app.models;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The ratings that a model was trained on. Stored as JSON, whose names are those of the components.
 *
 * @param meanRating of all
 * @param readAt when they were read from the database, as one consistent state
 */
@RegisterForReflection
public record DataSnapshot(long ratings, int users, int movies, double meanRating, Instant readAt) {}
