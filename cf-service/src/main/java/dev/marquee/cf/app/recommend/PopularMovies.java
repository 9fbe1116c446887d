package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.ListModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.app.recommend.Profile.Opinions;
import dev.marquee.cf.ratings.PopularMovie;
import dev.marquee.cf.ratings.PopularWindow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Movies that everybody likes, by the number of their ratings or by their damped mean. Needs no model. Never blocks.
 * Thread-safe.
 */
@Singleton
class PopularMovies {
    private final PopularRatings ratings;
    private final MovieFilters filters;
    private final ActiveModels models;

    PopularMovies(PopularRatings ratings, MovieFilters filters, ActiveModels models) {
        this.ratings = ratings;
        this.filters = filters;
        this.models = models;
    }

    /**
     * By the number of all ratings.
     *
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where there are filters and
     *         similarity-service does not answer
     */
    Uni<ChosenList> pick(Profile profile, ListRequest request, List<String> notes) {
        ListModels now = profile.isEmpty() ? ListModels.NONE : models.lists();
        // Which movies are alike the model knows, whoever asks.
        LoadedModel likeness = request.diversity() > 0 ? models.lists().order() : now.order();
        List<String> all = new ArrayList<>(notes);
        if (request.diversity() > 0 && likeness == null) {
            all.add("Without a model nothing says which of these movies are alike: diversity changed nothing.");
        }
        return ranked(profile, request, PopularWish.DEFAULT, likeness)
                .map(popular -> Diversity.choose(popular.movies(), likeness, Metadata.NONE, request.limit(),
                        request.diversity()))
                .map(chosen -> new ChosenList(chosen, View.of(profile, now), Map.of(), Opinions.NONE, all));
    }

    /**
     * What is popular, best first, without what the profile or the request rules out.
     *
     * @param window what it is of
     */
    record Popular(PopularWindow window, List<Ranked> movies) {}

    /**
     * @param model knows the movies by its own numbers; {@code null} where there is none
     * @return fails as {@link #pick} and {@link PopularRatings#of}
     */
    Uni<Popular> ranked(Profile profile, ListRequest request, PopularWish wish, @Nullable LoadedModel model) {
        int most = request.filters() ? Integer.MAX_VALUE : needed(profile, request);
        return ratings.of(wish, most).flatMap(window -> {
            List<PopularMovie> movies = window.movies().subList(0, Math.min(most, window.movies().size()));
            return filters.of(request, movies.stream().map(PopularMovie::movieId).toList())
                    .map(allowed -> new Popular(window, ranked(movies, allowed, profile, request, model)));
        });
    }

    /** So many are enough for any list that leaves out what is to be left out. */
    private static int needed(Profile profile, ListRequest request) {
        return Diversity.pool(request.limit()) + profile.size() + request.exclude().size();
    }

    private static List<Ranked> ranked(List<PopularMovie> movies, LongPredicate allowed, Profile profile,
            ListRequest request, @Nullable LoadedModel model) {
        double best = movies.isEmpty() || movies.getFirst().score() <= 0 ? 1 : movies.getFirst().score();
        return movies.stream()
                .filter(movie -> !profile.rated(movie.movieId()) && !request.excludes(movie.movieId())
                        && allowed.test(movie.movieId()))
                .limit(Diversity.pool(request.limit())).map(movie -> ranked(movie, best, model)).toList();
    }

    private static Ranked ranked(PopularMovie movie, double best, @Nullable LoadedModel model) {
        int index = model == null ? -1 : model.model().movies().indexOf(movie.movieId());
        return new Ranked(new Candidate(movie.movieId(), index, 0, 0, movie, false), movie.score(),
                movie.score() / best, Source.POPULAR);
    }
}
