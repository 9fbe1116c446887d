package dev.marquee.cf.app.explore;

import dev.marquee.cf.app.CpuWork;
import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.explore.Nearest.Neighbour;
import dev.marquee.cf.app.feedback.KnownMovies;
import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.RecommendConfig;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.id.IdMap;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

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
    public Uni<Nearest> ofMovie(long movieId, int limit) {
        LoadedModel model = models.requireRating();
        int support = model.support(movieId);
        if (support < config.neighbourMinRatings()) {
            return (support > 0 ? Uni.createFrom().voidItem() : movies.require(movieId))
                    .replaceWith(() -> tooFew(model, "movie", support));
        }
        int index = model.model().movies().indexOf(movieId);
        return CpuWork
                .run(() -> neighbours(model.ranking(), index, limit, model.model().movies(),
                        model.footprint()::movieRatings))
                .flatMap(near -> describe(model, near));
    }

    private Uni<Nearest> describe(LoadedModel model, List<Neighbour> near) {
        return catalogue.describe(near.stream().map(Neighbour::id).toList()).map(metadata -> {
            List<String> notes = new ArrayList<>();
            if (!metadata.complete()) {
                notes.add(Catalogue.NO_TITLES);
            }
            if (near.isEmpty()) {
                notes.add(NOTHING_ALIKE);
            }
            return new Nearest(model.id(), near, metadata, notes);
        });
    }

    /**
     * @return fails with {@link UnknownId} for a user without ratings, with
     *         {@link dev.marquee.common.error.ModelNotReady} without a model
     */
    public Uni<Nearest> ofUser(long userId, int limit) {
        LoadedModel model = models.requireRating();
        int index = model.model().users().indexOf(userId);
        int support = index < 0 ? 0 : model.footprint().userRatings(index);
        if (support < config.neighbourMinRatings()) {
            Uni<Void> known = index >= 0
                    ? Uni.createFrom().voidItem()
                    : ratings.rater(userId).onItem().ifNull().failWith(() -> new UnknownId("user", userId))
                            .replaceWithVoid();
            return known.replaceWith(() -> tooFew(model, "user", support));
        }
        return CpuWork.run(() -> {
            List<Neighbour> users = neighbours(model.neighbours(), index, limit, model.model().users(),
                    model.footprint()::userRatings);
            return new Nearest(model.id(), users, Metadata.NONE, users.isEmpty() ? List.of(NOTHING_ALIKE) : List.of());
        });
    }

    private List<Neighbour> neighbours(FactorIndex among, int index, int limit, IdMap ids, IntUnaryOperator ratings) {
        return among.nearest(index, limit, other -> ratings.applyAsInt(other) >= config.neighbourMinRatings()).stream()
                .map(near -> new Neighbour(ids.idOf(near.index()), near.score(), ratings.applyAsInt(near.index())))
                .toList();
    }

    private Nearest tooFew(LoadedModel model, String kind, int support) {
        return new Nearest(model.id(), List.of(), Metadata.NONE,
                List.of("The active model knows this " + kind + " by " + support + " ratings; neighbours need "
                        + config.neighbourMinRatings() + ". Train again once there are more."));
    }
}
