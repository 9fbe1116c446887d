package dev.marquee.similarity.app;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which similar movies are asked for; {@code null} means any.
 *
 * @param limit how many movies at most
 * @param genre in any case
 * @param exclude true for the ids that must not be in the answer
 * @param explain whether to give reasons
 */
public record SimilarityQuery(int limit, @Nullable String genre, @Nullable Integer yearFrom, @Nullable Integer yearTo,
        @Nullable LongPredicate exclude, boolean explain) {}
