package dev.marquee.similarity.app;

import org.jspecify.annotations.Nullable;

/**
 * The feature vectors of some movies, by ascending id.
 *
 * @param space names the numbers of the columns
 * @param version names all vectors of the catalogue
 * @param columns how many columns there are
 * @param sizes how many entries each movie has
 * @param columnNumbers of the entries, those of a movie ascending, one movie after the other
 * @param weights of the entries
 * @param next after which id there are more; {@code null}: there are none
 */
public record FeaturePage(long space, long version, int columns, long[] movieIds, int[] sizes, int[] columnNumbers,
        float[] weights, @Nullable Long next) {}
