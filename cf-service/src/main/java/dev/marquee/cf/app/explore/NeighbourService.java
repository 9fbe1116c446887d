package dev.marquee.cf.app.explore;

import dev.marquee.cf.app.CpuWork;
import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.CatalogueMovie;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.explore.Neighbours.MovieNeighbour;
import dev.marquee.cf.app.explore.Neighbours.UserNeighbour;
import dev.marquee.cf.app.feedback.KnownMovies;
import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.RecommendConfig;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.rank.Scored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Movies and users that the rating model finds alike, by the cosine of their factors. Who has few ratings is nobody's
 * neighbour. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class NeighbourService {
    private static final String NOTHING_ALIKE = "The active model finds nothing alike: it has no factors, or nothing else has"
            + " ratings enough.";

    private final ActiveModels models;
    private final KnownMovies movies;
    private final RatingStore ratings;
    private final Catalogue catalogue;
    private final RecommendConfig config;

    NeighbourService(ActiveModels models, KnownMovies movies, RatingStore ratings, Catalogue catalogue,
            RecommendConfig config) {
        this.models = models;
        this.movies = movies;
        this.ratings = ratings;
        this.catalogue = catalogue;
        this.config = config;
    }

    /**
     * @return fails with {@link UnknownId} for a movie that nobody knows, with
     *         {@link dev.marquee.common.error.ModelNotReady} without a model
     */
    public Uni<Neighbours<MovieNeighbour>> ofMovie(long movieId, int limit) {
        LoadedModel model = models.requireRating();
        int support = model.support(movieId);
        if (support < config.neighbourMinRatings()) {
            return (support > 0 ? Uni.createFrom().voidItem() : movies.require(movieId))
                    .replaceWith(() -> new Neighbours<>(model.id(), List.of(tooFew("movie", support)), List.of()));
        }
        int index = model.model().movies().indexOf(movieId);
        return CpuWork
                .run(() -> model.ranking().nearest(index, limit,
                        other -> model.footprint().movieRatings(other) >= config.neighbourMinRatings()))
                .flatMap(nearest -> describe(model, nearest));
    }

    private Uni<Neighbours<MovieNeighbour>> describe(LoadedModel model, List<Scored> nearest) {
        List<Long> ids = nearest.stream().map(scored -> model.model().movies().idOf(scored.index())).toList();
        return catalogue.describe(ids).map(metadata -> {
            List<String> notes = new ArrayList<>();
            if (!metadata.complete()) {
                notes.add(Catalogue.NO_TITLES);
            }
            if (nearest.isEmpty()) {
                notes.add(NOTHING_ALIKE);
            }
            return new Neighbours<>(model.id(), notes,
                    nearest.stream().map(scored -> movie(model, scored, metadata)).toList());
        });
    }

    private static MovieNeighbour movie(LoadedModel model, Scored scored, Metadata metadata) {
        long id = model.model().movies().idOf(scored.index());
        CatalogueMovie movie = metadata.of(id).orElse(CatalogueMovie.nameless(id));
        return new MovieNeighbour(id, movie.title(), movie.year(), movie.genres(), rounded(scored.score()),
                model.footprint().movieRatings(scored.index()));
    }

    /**
     * @return fails with {@link UnknownId} for a user without ratings, with
     *         {@link dev.marquee.common.error.ModelNotReady} without a model
     */
    public Uni<Neighbours<UserNeighbour>> ofUser(long userId, int limit) {
        LoadedModel model = models.requireRating();
        int index = model.model().users().indexOf(userId);
        int support = index < 0 ? 0 : model.footprint().userRatings(index);
        if (support < config.neighbourMinRatings()) {
            Uni<Void> known = index >= 0
                    ? Uni.createFrom().voidItem()
                    : ratings.rater(userId).onItem().ifNull().failWith(() -> new UnknownId("user", userId))
                            .replaceWithVoid();
            return known.replaceWith(() -> new Neighbours<>(model.id(), List.of(tooFew("user", support)), List.of()));
        }
        return CpuWork.run(() -> users(model, model.neighbours().nearest(index, limit,
                other -> model.footprint().userRatings(other) >= config.neighbourMinRatings())));
    }

    private static Neighbours<UserNeighbour> users(LoadedModel model, List<Scored> nearest) {
        return new Neighbours<>(model.id(), nearest.isEmpty() ? List.of(NOTHING_ALIKE) : List.of(),
                nearest.stream().map(scored -> new UserNeighbour(model.model().users().idOf(scored.index()),
                        rounded(scored.score()), model.footprint().userRatings(scored.index()))).toList());
    }

    private String tooFew(String kind, int support) {
        return "The active model knows this " + kind + " by " + support + " ratings; neighbours need "
                + config.neighbourMinRatings() + ". Train again once there are more.";
    }

    private static double rounded(float similarity) {
        return Math.round(similarity * 1000) / 1000.0;
    }
}
