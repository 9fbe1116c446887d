package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.ListModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.app.recommend.Profile.Opinions;
import dev.marquee.cf.ratings.PopularMovie;
import dev.marquee.cf.ratings.RatingStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Movies that everybody likes, by damped mean. Needs no model. Never blocks. Thread-safe.
 */
@Singleton
class PopularMovies {
    private static final double STARS = 5;

    private final RatingStore ratings;
    private final MovieFilters filters;
    private final ActiveModels models;
    private final RecommendConfig config;

    PopularMovies(RatingStore ratings, MovieFilters filters, ActiveModels models, RecommendConfig config) {
        this.ratings = ratings;
        this.filters = filters;
        this.models = models;
        this.config = config;
    }

    /**
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where there are filters and
     *         similarity-service does not answer
     */
    Uni<ChosenList> pick(Profile profile, ListRequest request, List<String> notes) {
        int most = request.filters() ? Integer.MAX_VALUE : request.limit() + profile.size() + request.exclude().size();
        ListModels now = profile.isEmpty() ? ListModels.NONE : models.lists();
        return ratings.popular(config.popularDamping(), Profile.USUAL, most)
                .flatMap(movies -> filters.of(request, movies.stream().map(PopularMovie::movieId).toList())
                        .map(allowed -> choose(movies, allowed, profile, request, now.order())))
                .map(chosen -> new ChosenList(chosen, View.of(profile, now), Map.of(), Opinions.NONE, notes));
    }

    private static List<Ranked> choose(List<PopularMovie> movies, LongPredicate allowed, Profile profile,
            ListRequest request, @Nullable LoadedModel model) {
        List<Ranked> ranked = movies.stream()
                .filter(movie -> !profile.rated(movie.movieId()) && !request.excludes(movie.movieId())
                        && allowed.test(movie.movieId()))
                .map(movie -> ranked(movie, model)).toList();
        return Diversity.choose(ranked, model, Metadata.NONE, request.limit(), request.diversity());
    }

    private static Ranked ranked(PopularMovie movie, @Nullable LoadedModel model) {
        int index = model == null ? -1 : model.model().movies().indexOf(movie.movieId());
        return new Ranked(new Candidate(movie.movieId(), index, 0, 0, movie, false), movie.dampedMean(),
                movie.dampedMean() / STARS, Source.POPULAR);
    }
}
