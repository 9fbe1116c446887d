package dev.marquee.similarity.ingest;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A movie while the files that describe it are read one after the other.
 */
final class MovieDraft {
    final long movieId;
    final String title;
    final List<String> genres;
    @Nullable
    Integer year;
    @Nullable
    Integer runtimeMinutes;
    boolean linked;
    @Nullable
    String imdbId;
    @Nullable
    Long tmdbId;
    final List<TagCount> tags = new ArrayList<>(0);
    final List<Credit> credits = new ArrayList<>(0);

    MovieDraft(long movieId, MovieTitle title, List<String> genres) {
        this.movieId = movieId;
        this.title = title.text();
        this.year = title.year();
        this.genres = genres;
    }

    Movie finished() {
        return new Movie(movieId, title, year, runtimeMinutes, genres, credits, tags, imdbId, tmdbId);
    }
}
