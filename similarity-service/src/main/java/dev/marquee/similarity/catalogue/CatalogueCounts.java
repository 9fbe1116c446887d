package dev.marquee.similarity.catalogue;

/**
 * How much the catalogue holds.
 *
 * @param people with at least one credit
 * @param tags pairs of movie and tag
 */
public record CatalogueCounts(long movies, long people, long credits, long tags) {}
