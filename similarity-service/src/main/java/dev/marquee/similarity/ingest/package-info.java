/**
 * MovieLens and IMDb files of every release become {@link dev.marquee.similarity.movie.Movie} records; every line that
 * is left out has a reason.
 */
@NullMarked
package dev.marquee.similarity.ingest;

import org.jspecify.annotations.NullMarked;
