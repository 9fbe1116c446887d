package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.Genres;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.catalogue.SimilarityClient.Explained;
import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.error.UnknownId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes lists of movies that someone has not rated. Ratings are read afresh for each list, so one that was given a
 * moment ago counts. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class RecommendationService {
    private final RatingStore ratings;
    private final Recommender recommender;
    private final PopularMovies popular;
    private final Catalogue catalogue;
    private final Genres genres;
    private final ActiveModels models;
    private final MeterRegistry metrics;
    /** One for each strategy. */
    private final Map<Strategy, Timer> timers = new EnumMap<>(Strategy.class);

    RecommendationService(RatingStore ratings, Recommender recommender, PopularMovies popular,
            Catalogue catalogue, Genres genres,
            ActiveModels models, MeterRegistry metrics) {
        this.ratings = ratings;
        this.recommender = recommender;
        this.popular = popular;
        this.catalogue = catalogue;
        this.genres = genres;
        this.models = models;
        this.metrics = metrics;
        for (Strategy strategy : Strategy.values()) {
            timers.put(strategy, Timer.builder("marquee.recommendations").description("Time to make a list")
                    .tag("strategy", strategy.word()).register(metrics));
        }
    }

    /**
     * A list for a stored user.
     *
     * @return fails with {@link UnknownId} for a user whom neither the ratings nor a model know, and as
     *         {@link #recommend(Profile, ListRequest)}
     */
    public Uni<Recommendations> recommend(long userId, ListRequest wish) {
        return ratings.rated(userId).flatMap(rated -> {
            if (rated.isEmpty() && !models.lists().knowUser(userId)) {
                throw new UnknownId("user", userId);
            }
            return recommend(Profile.stored(userId, rated), wish);
        });
    }

    /**
     * A list for someone whose ratings are given.
     *
     * @return fails with {@link dev.marquee.common.error.ModelNotReady} where a model is needed and there is none, and
     *         with {@link dev.marquee.common.error.UpstreamUnavailable} where the strategy or a filter needs
     *         similarity-service and it does not answer, and with {@link dev.marquee.common.error.InvalidRequest} where
     *         there is no such genre
     */
    public Uni<Recommendations> recommend(Profile profile, ListRequest wish) {
        Timer.Sample time = Timer.start(metrics);
        return genres.named(wish.genre()).map(wish::ofGenre)
                .flatMap(checked -> pick(profile, checked).flatMap(picks -> describe(profile, checked, picks)))
                .onTermination().invoke(() -> time.stop(Objects.requireNonNull(timers.get(wish.strategy()))));
    }

    private Uni<ChosenList> pick(Profile profile, ListRequest wish) {
        List<String> notes = new ArrayList<>();
        if (wish.strategy() == Strategy.POPULAR) {
            return popular.pick(profile, wish, notes);
        }
        if (profile.isEmpty()) {
            notes.add("There are no ratings to go by: these are movies that everybody likes.");
            return popular.pick(profile, wish, notes);
        }
        return recommender.pick(profile, wish);
    }

    private Uni<Recommendations> describe(Profile profile, ListRequest wish, ChosenList picks) {
        return Uni.combine().all()
                .unis(catalogue.describe(picks.mentioned()), recommender.byContent(picks, wish.explain()))
                .with((metadata, byContent) -> list(profile, wish, picks, metadata, byContent));
    }

    private Recommendations list(Profile profile, ListRequest wish, ChosenList picks, Metadata metadata,
            Map<Long, Explained> byContent) {
        List<String> notes = new ArrayList<>(picks.notes());
        if (!metadata.complete()) {
            notes.add(Catalogue.NO_TITLES);
        }
        if (picks.movies().size() < wish.limit()) {
            notes.add("There are no more movies that fit.");
        }
        List<Recommendation> items = new ArrayList<>(picks.movies().size());
        for (Ranked movie : picks.movies()) {
            long id = movie.candidate().movieId();
            items.add(new Recommendation(id, picks.view().predicted(id), movie.score(), movie.source(),
                    recommender.reasons(movie, picks, profile, wish.explain(), metadata, byContent)));
        }
        return new Recommendations(profile.userId(), wish.strategy(), picks.view().starsModel(),
                picks.view().rankingModel(), picks.view().foldedIn(), metadata, notes, items);
    }
}
