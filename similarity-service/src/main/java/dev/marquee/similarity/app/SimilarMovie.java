package dev.marquee.similarity.app;

import dev.marquee.similarity.index.Explanation;
import dev.marquee.similarity.movie.Movie;
import org.jspecify.annotations.Nullable;

/**
 * A movie that is like another, or like a profile.
 *
 * @param score cosine similarity
 * @param explanation {@code null} unless asked for
 */
public record SimilarMovie(Movie movie, float score, @Nullable Explanation explanation) {}
