package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.CpuWork;
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
    public Uni<Recommendations> recommend(long userId, ListRequest request) {
        return ratings.rated(userId).flatMap(rated -> {
            if (rated.isEmpty() && !models.lists().knowUser(userId)) {
                throw new UnknownId("user", userId);
            }
            return recommend(Profile.stored(userId, rated), request);
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
    public Uni<Recommendations> recommend(Profile profile, ListRequest request) {
        Timer.Sample time = Timer.start(metrics);
        return genres.named(request.genre()).map(request::ofGenre)
                .flatMap(checked -> pick(profile, checked).flatMap(list -> describe(profile, checked, list)))
                .onTermination().invoke(() -> time.stop(Objects.requireNonNull(timers.get(request.strategy()))));
    }

    private Uni<ChosenList> pick(Profile profile, ListRequest request) {
        List<String> notes = new ArrayList<>();
        if (request.strategy() == Strategy.POPULAR) {
            return popular.pick(profile, request, notes);
        }
        if (profile.isEmpty()) {
            notes.add("There are no ratings to go by: these are movies that everybody likes.");
            return popular.pick(profile, request, notes);
        }
        return recommender.pick(profile, request);
    }

    private Uni<Recommendations> describe(Profile profile, ListRequest request, ChosenList list) {
        return Uni.combine().all()
                .unis(catalogue.describe(list.mentioned()), recommender.byContent(list, request.explain()))
                .asTuple().flatMap(both -> list.view().predictsAtLength()
                        ? CpuWork.run(() -> list(profile, request, list, both.getItem1(), both.getItem2()))
                        : Uni.createFrom().item(list(profile, request, list, both.getItem1(), both.getItem2())));
    }

    private Recommendations list(Profile profile, ListRequest request, ChosenList list, Metadata metadata,
            Map<Long, Explained> byContent) {
        List<String> notes = new ArrayList<>(list.notes());
        if (!metadata.complete()) {
            notes.add(Catalogue.NO_TITLES);
        }
        if (list.movies().size() < request.limit()) {
            notes.add("There are no more movies that fit.");
        }
        List<Recommendation> items = new ArrayList<>(list.movies().size());
        for (Ranked movie : list.movies()) {
            long id = movie.candidate().movieId();
            items.add(new Recommendation(id, list.view().predicted(id), movie.score(), movie.source(),
                    recommender.reasons(movie, list, profile, request.explain(), metadata, byContent)));
        }
        return new Recommendations(profile.userId(), request.strategy(), list.by(), list.view().starsModel(),
                list.view().rankingModel(), list.view().foldedIn(), metadata, notes, items);
    }
}
