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
    public LikeMovie likeMovie(long movieId, SimilarityQuery query, int mostReasons) {
        Snapshot snapshot = index.current();
        Movie movie = snapshot.movie(movieId).orElseThrow(() -> new UnknownId("movie", movieId));
        CosineIndex cosine = snapshot.index();
        MovieFilter filter = filter(query, snapshot);
        List<Neighbour> found = movieQueries.record(() -> cosine.similar(movieId, query.limit(), filter));
        return new LikeMovie(movie, found.stream().map(neighbour -> new SimilarMovie(cosine.movie(neighbour.movieId()),
                neighbour.score(), query.explain() ? cosine.explain(movieId, neighbour.movieId(), mostReasons) : null))
                .toList());
    }

    /**
     * @param profile movies with weights, negative ones for movies that are not liked; those that the catalogue does
     *            not have are left out and reported
     * @param mostReasons how many features, and how many movies of the profile, are named at most for each movie
     * @throws InvalidRequest as {@link #likeMovie}
     * @throws dev.marquee.common.error.ModelNotReady while there is nothing to answer from
     */
    public LikeProfile likeProfile(List<WeightedMovie> profile, SimilarityQuery query, int mostReasons) {
        Snapshot snapshot = index.current();
        CosineIndex cosine = snapshot.index();
        MovieFilter filter = filter(query, snapshot);
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
        ProfileQuery prepared = cosine.profile(known);
        List<Neighbour> found = profileQueries.record(() -> prepared.similar(query.limit(), filter));
        return new LikeProfile(found.stream().map(neighbour -> new SimilarMovie(cosine.movie(neighbour.movieId()),
                neighbour.score(), query.explain() ? prepared.explain(neighbour.movieId(), mostReasons) : null))
                .toList(),
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

    private static MovieFilter filter(SimilarityQuery query, Snapshot snapshot) {
        Filters.checkYears(query.yearFrom(), query.yearTo());
        return new MovieFilter(Filters.genre(query.genre(), snapshot), query.yearFrom(), query.yearTo(),
                query.exclude());
    }
}
