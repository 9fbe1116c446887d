package dev.marquee.similarity.app.search;

import dev.marquee.similarity.movie.Movie;

/**
 * A movie as search sees it.
 *
 * @param sortTitle the words of the title without what stands in brackets, for sorting and for comparing with what was
 *            typed
 * @param words numbers of the words of title and year
 * @param people for each credit the numbers of the name's words
 */
record Entry(Movie movie, String sortTitle, int[] words, int[][] people) {}
