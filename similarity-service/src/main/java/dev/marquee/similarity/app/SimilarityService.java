package dev.marquee.similarity.app;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.UnknownId;
import dev.marquee.similarity.index.CosineIndex;
import dev.marquee.similarity.index.Explanation;
import dev.marquee.similarity.index.MovieFilter;
import dev.marquee.similarity.index.Neighbour;
import dev.marquee.similarity.index.ProfileQuery;
import dev.marquee.similarity.index.WeightedMovie;
import dev.marquee.similarity.movie.Movie;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What is like a movie, or like a profile of movies. Takes processor time; call it from worker threads. Thread-safe.
 */
@Singleton
public class SimilarityService {
    private final CatalogueIndex index;
    private final Timer movieQueries;
    private final Timer profileQueries;

    SimilarityService(CatalogueIndex index, MeterRegistry metrics) {
        this.index = index;
        this.movieQueries = timer(metrics, "movie");
        this.profileQueries = timer(metrics, "profile");
    }

    private static Timer timer(MeterRegistry metrics, String of) {
        return Timer.builder("marquee.similar.query").description("Time of a query for similar movies within the index")
                .tag("of", of).publishPercentileHistogram().register(metrics);
    }

    /**
     * The filters of a query; {@code null} means any.
     *
     * @param limit how many movies at most
     * @param genre in any case
     * @param exclude true for the ids that must not be in the answer
     * @param explain whether to give reasons
     */
    public record Wish(int limit, String genre, Integer yearFrom, Integer yearTo, LongPredicate exclude,
            boolean explain) {}

    /** The movie that was asked about, and those like it, best first. */
    public record LikeMovie(Movie movie, List<SimilarMovie> items) {}

    /**
     * Movies like a profile, best first.
     *
     * @param missing ids in the profile that the catalogue does not have
     * @param snapshot the catalogue that was asked
     */
    public record LikeProfile(List<SimilarMovie> items, List<Long> missing, Snapshot snapshot) {}

    /**
     * @param mostReasons how many features are named at most for each movie
     * @throws UnknownId where there is no such movie
     * @throws InvalidRequest if there is no such genre, or the years are the wrong way round
     * @throws dev.marquee.common.error.ModelNotReady while there is nothing to answer from
     */
    public LikeMovie likeMovie(long movieId, Wish wish, int mostReasons) {
        Snapshot snapshot = index.current();
        Movie movie = snapshot.movie(movieId).orElseThrow(() -> new UnknownId("movie", movieId));
        CosineIndex cosine = snapshot.index();
        MovieFilter filter = filter(wish, snapshot);
        List<Neighbour> found = movieQueries.record(() -> cosine.similar(movieId, wish.limit(), filter));
        return new LikeMovie(movie, found.stream().map(neighbour -> new SimilarMovie(cosine.movie(neighbour.movieId()),
                neighbour.score(), wish.explain() ? cosine.explain(movieId, neighbour.movieId(), mostReasons) : null))
                .toList());
    }

    /**
     * @param profile movies with weights, negative ones for movies that are not liked; those that the catalogue does not have are
     *        left out and reported
     * @param mostReasons how many features, and how many movies of the profile, are named at most for each movie
     * @throws InvalidRequest as {@link #likeMovie}
     * @throws dev.marquee.common.error.ModelNotReady while there is nothing to answer from
     */
    public LikeProfile likeProfile(List<WeightedMovie> profile, Wish wish, int mostReasons) {
        Snapshot snapshot = index.current();
        CosineIndex cosine = snapshot.index();
        MovieFilter filter = filter(wish, snapshot);
        List<WeightedMovie> known = new ArrayList<>(profile.size());
        List<Long> missing = new ArrayList<>();
        for (WeightedMovie movie : profile) {
            if (snapshot.contains(movie.movieId())) {
                known.add(movie);
            } else {
                missing.add(movie.movieId());
            }
        }
        if (known.isEmpty()) {
            return new LikeProfile(List.of(), missing, snapshot);
        }
        ProfileQuery query = cosine.profile(known);
        List<Neighbour> found = profileQueries.record(() -> query.similar(wish.limit(), filter));
        return new LikeProfile(found.stream().map(neighbour -> new SimilarMovie(cosine.movie(neighbour.movieId()),
                neighbour.score(), wish.explain() ? query.explain(neighbour.movieId(), mostReasons) : null)).toList(),
                missing, snapshot);
    }

    /**
     * Why movies are like a profile.
     *
     * @param profile as {@link #likeProfile}
     * @param movieIds of the movies; those that the catalogue does not have are left out
     * @param most how many features, and how many movies of the profile, are named at most for each movie
     * @throws dev.marquee.common.error.ModelNotReady while there is nothing to answer from
     */
    public LikeProfile explain(List<WeightedMovie> profile, long[] movieIds, int most) {
        Snapshot snapshot = index.current();
        CosineIndex cosine = snapshot.index();
        ProfileQuery query = cosine
                .profile(profile.stream().filter(movie -> snapshot.contains(movie.movieId())).toList());
        List<SimilarMovie> explained = new ArrayList<>(movieIds.length);
        for (long movieId : movieIds) {
            if (snapshot.contains(movieId)) {
                Explanation explanation = query.explain(movieId, most);
                explained.add(new SimilarMovie(cosine.movie(movieId), explanation.score(), explanation));
            }
        }
        return new LikeProfile(explained, List.of(), snapshot);
    }

    private static MovieFilter filter(Wish wish, Snapshot snapshot) {
        Filters.checkYears(wish.yearFrom(), wish.yearTo());
        return new MovieFilter(Filters.genre(wish.genre(), snapshot), wish.yearFrom(), wish.yearTo(),
                wish.exclude());
    }
}
