package dev.marquee.similarity.index;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.text.GenreName;
import dev.marquee.similarity.movie.Movie;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which movies may be among the neighbours; what is {@code null} does not restrict. A movie whose year is unknown
 * passes no bound of years.
 *
 * @param genre name of a genre that the movie must have, in any case; blank does not restrict
 * @param yearFrom first year of release
 * @param yearTo last year of release
 * @param exclude answers true for the ids of movies to leave out; called from several threads
 */
public record MovieFilter(@Nullable String genre, @Nullable Integer yearFrom, @Nullable Integer yearTo,
        @Nullable LongPredicate exclude) {

    /** Lets every movie pass. */
    public static final MovieFilter NONE = new MovieFilter(null, null, null, null);

    /**
     * @throws InvalidRequest if the years are the wrong way round
     */
    public MovieFilter {
        genre = genre == null || genre.isBlank() ? null : genre.strip();
        if (yearFrom != null && yearTo != null && yearFrom > yearTo) {
            throw new InvalidRequest("yearFrom", "must not be after yearTo, is " + yearFrom + " > " + yearTo);
        }
    }

    /** Genres are the same where this is. */
    static String genreKey(String genre) {
        return GenreName.of(genre);
    }

    /** Whether the movie may be among the neighbours. */
    public boolean accepts(Movie movie) {
        return (genre == null || movie.genres().stream().map(MovieFilter::genreKey).anyMatch(genreKey(genre)::equals))
                && (yearFrom == null || (movie.year() != null && movie.year() >= yearFrom))
                && (yearTo == null || (movie.year() != null && movie.year() <= yearTo))
                && (exclude == null || !exclude.test(movie.movieId()));
    }
}
