package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.CpuWork;
import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.catalogue.SimilarityClient.Explained;
import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.ListModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.app.recommend.ContentCandidates.Found;
import dev.marquee.cf.app.recommend.Explainer.Contribution;
import dev.marquee.cf.app.recommend.Profile.Opinions;
import dev.marquee.cf.app.recommend.View.Seen;
import dev.marquee.common.error.UpstreamUnavailable;
import dev.marquee.common.rank.Scored;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses movies by the model and by content. Never blocks; what is computed for long runs on worker threads.
 * Thread-safe.
 */
@Singleton
class Recommender {
    /** To find the best of these takes a tenth of a millisecond. */
    private static final int BRIEF_MOVIES = 65_536;
    /** In stars: below the usual by no more is good enough. */
    private static final double NEARLY = 0.25;
    /** So many new movies are looked at for each place. */
    private static final int TRIES = 10;
    private static final String NOTHING_LIKED = "Nothing that was rated says what is liked";
    /** By the final score a list takes 0.2 ms with so many ratings, and longer with more. */
    private static final int BRIEF_RATINGS = 200;

    private final ActiveModels models;
    private final ContentCandidates content;
    private final MovieFilters filters;
    private final RecommendConfig config;
    private final MeterRegistry metrics;
    private final Ranker ranker;
    private final Explainer explainer;
    private final PopularMovies popular;
    private final ListContent lists;

    Recommender(ActiveModels models, ContentCandidates content, MovieFilters filters, RecommendConfig config,
            MeterRegistry metrics, PopularMovies popular, ListContent lists) {
        this.lists = lists;
        this.popular = popular;
        this.models = models;
        this.content = content;
        this.filters = filters;
        this.config = config;
        this.metrics = metrics;
        this.ranker = new Ranker(config);
        this.explainer = new Explainer(config);
    }

    /** What is known before the computation begins. */
    private record Sources(Found content, Metadata genres, LongPredicate filter, List<String> notes) {}

    /**
     * What came of it.
     *
     * @param unknown why neither model nor content say what is liked, and the list is not to be shown; {@code null}
     *            where they do
     */
    private record Made(ChosenList list, @Nullable String unknown) {}

    /**
     * Chooses what everybody likes, and says so, where neither the model nor content say what this one does.
     *
     * @return fails with {@link dev.marquee.common.error.ModelNotReady} where a model is needed and there is none, and
     *         with {@link UpstreamUnavailable} where the strategy or a filter needs similarity-service and it does not
     *         answer
     */
    Uni<ChosenList> pick(Profile profile, ListRequest request) {
        ListModels now = request.strategy() == Strategy.MODEL || request.strategy() == Strategy.BLEND
                ? models.requireLists()
                : models.lists();
        if (request.strategy() == Strategy.AUTO && !knows(now.order(), profile)) {
            return byContent(profile, request);
        }
        List<String> notes = new ArrayList<>();
        Uni<LongPredicate> filter = request.strategy() == Strategy.CONTENT || now.order() == null
                ? Uni.createFrom().item(id -> true)
                : filters.of(request, request.filters() ? aboveFloor(now.order()) : List.of());
        return Uni.combine().all().unis(contentOf(profile, request, notes), filter).asTuple()
                .flatMap(both -> content.genres(both.getItem1(), request)
                        .map(genres -> new Sources(both.getItem1(), genres, both.getItem2(), notes)))
                .flatMap(sources -> isBrief(profile, request, now) && isReady(now.order())
                        ? Uni.createFrom().item(compute(profile, request, now, sources))
                        : CpuWork.run(() -> compute(profile, request, now, sources)))
                .flatMap(made -> made.unknown() == null
                        ? filled(profile, request, made.list())
                        : instead(profile, request, made.unknown()));
    }

    /** Whether the model can say what the profile's owner likes; with a final score bad ratings tell something, too. */
    private static boolean knows(@Nullable LoadedModel order, Profile profile) {
        return order != null && (LikedMovies.any(profile, order)
                || (order.hasFinalScore() && !profile.likesAny() && profile.isKnownTo(order)));
    }

    /** With what everybody likes, where the model knows too few movies that fit. */
    private Uni<ChosenList> filled(Profile profile, ListRequest request, ChosenList list) {
        if (request.strategy() != Strategy.AUTO || list.movies().size() >= request.limit()) {
            return Uni.createFrom().item(list);
        }
        return popular.pick(profile, request.without(list.movieIds()), List.of())
                .map(more -> list.filledBy(more, request.limit()))
                .onFailure(UpstreamUnavailable.class).recoverWithItem(list);
    }

    private Uni<ChosenList> instead(Profile profile, ListRequest request, String unknown) {
        return request.strategy() == Strategy.AUTO
                ? byContent(profile, request)
                : popular.pick(profile, request, List.of(unknown));
    }

    /** Where no model helps: by content, or what everybody likes where that does not either. */
    private Uni<ChosenList> byContent(Profile profile, ListRequest request) {
        return pick(profile, request.as(Strategy.CONTENT)).flatMap(list -> filled(profile, request, list))
                .onFailure(UpstreamUnavailable.class)
                .recoverWithUni(failure -> popular.pick(profile, request, List.of(Catalogue.why(failure)
                        + ", and no model knows what is liked: these are movies that everybody likes.")));
    }

    /**
     * Whether the list takes some ten microseconds, as most do: less than to hand it to a worker and back, which takes
     * 40; by the final score it may be some more.
     */
    static boolean isBrief(Profile profile, ListRequest request, ListModels now) {
        boolean few = request.strategy() != Strategy.AUTO
                || (profile.size() <= BRIEF_RATINGS && !predictsAtLength(now.stars()));
        return few && request.diversity() == 0 && profile.isRememberedBy(now.order())
                && profile.isRememberedBy(now.stars())
                && (now.order() == null || now.order().model().movies().size() <= BRIEF_MOVIES);
    }

    /** Whether nothing has to be made anew for the content of the catalogue first. */
    private boolean isReady(@Nullable LoadedModel order) {
        return order == null || !order.hasFinalScore() || lists.isReady(order);
    }

    /** Lists by the final score ask what stars new movies would get. */
    private static boolean predictsAtLength(@Nullable LoadedModel stars) {
        return stars != null && stars.model().secondStage().isPresent();
    }

    private Uni<Found> contentOf(Profile profile, ListRequest request, List<String> notes) {
        if (request.strategy() == Strategy.MODEL || request.strategy() == Strategy.AUTO) {
            return Uni.createFrom().item(Found.NONE);
        }
        Uni<Found> found = content.find(profile, request);
        return request.strategy() == Strategy.CONTENT
                ? found
                : found.onFailure(UpstreamUnavailable.class).recoverWithItem(failure -> {
                    notes.add(Catalogue.why(failure) + ": the list comes from the model alone.");
                    return Found.NONE;
                });
    }

    private List<Long> aboveFloor(LoadedModel model) {
        long[] ids = model.model().movies().ids();
        List<Long> above = new ArrayList<>();
        for (int movie = 0; movie < ids.length; movie++) {
            if (model.footprint().movieRatings(movie) >= config.minRatings()) {
                above.add(ids[movie]);
            }
        }
        return above;
    }

    private Made compute(Profile profile, ListRequest request, ListModels now, Sources sources) {
        View view = View.of(profile, now);
        LoadedModel model = now.order();
        if (view.foldedIn()) {
            metrics.counter("marquee.foldins").increment();
        }
        LongPredicate allowed = id -> !profile.rated(id) && !request.excludes(id) && sources.filter().test(id);
        if (request.strategy() == Strategy.AUTO && view.order() != null && model != null && model.hasFinalScore()) {
            return byFinalScore(profile, request, view, view.order(), allowed, sources);
        }
        Seen asked = asked(profile, request, view.order());
        List<Scored> best = asked == null
                ? List.of()
                : ranker.fromModel(asked, request.candidates(config.candidates()), allowed);
        boolean tells = asked != null && Ranker.tellsApart(best);
        List<Candidate> joined = ranker.join(tells ? best : List.of(), sources.content(), view.order());
        List<Ranked> ranked = Ranker.rank(joined, tells ? contentWeight(request.strategy()) : 1);
        List<Ranked> chosen = Diversity.choose(ranked, model, sources.genres(), request.limit(), request.diversity());
        ChosenList list = new ChosenList(chosen, view,
                request.explain() && model != null ? contributions(chosen, model, profile) : Map.of(),
                sources.content().asked(), sources.notes(), Order.of(request.strategy()));
        return new Made(list, tells || sources.content().size() > 0 ? null : unknown(profile, request, asked != null));
    }

    /** Also of who likes nothing: what is popular then, and unlike what is disliked. */
    private Made byFinalScore(Profile profile, ListRequest request, View view, Seen order, LongPredicate allowed,
            Sources sources) {
        List<Ranked> ranked = ranker.byFinalScore(lists.lists(order.model()), order, profile,
                request.candidates(config.candidates()), allowed);
        List<Ranked> chosen = Diversity.choose(ranked, order.model(), sources.genres(), request.limit(),
                request.diversity());
        Opinions opinions = content.opinions(profile);
        List<Ranked> newMovies = newMovies(profile, view, order, opinions, request, allowed);
        List<Ranked> list = Exploration.into(chosen, exploration(request), newMovies, request.limit());
        return new Made(new ChosenList(list, view,
                request.explain() ? contributions(list, order.model(), profile) : Map.of(),
                newMovies.isEmpty() ? Opinions.NONE : opinions, notes(profile, sources), Order.FINAL), null);
    }

    private static List<String> notes(Profile profile, Sources sources) {
        List<String> notes = new ArrayList<>(sources.notes());
        if (!profile.likesAny()) {
            notes.add(NOTHING_LIKED + ": these are movies that everybody likes, but for those like what is disliked.");
        }
        return notes;
    }

    private double exploration(ListRequest request) {
        return Objects.requireNonNullElseGet(request.exploration(), config::exploration);
    }

    /**
     * Those that the rating model, too, expects to be liked: nobody is to find out by a place in a list what is bad.
     */
    private List<Ranked> newMovies(Profile profile, View view, Seen order, Opinions opinions, ListRequest request,
            LongPredicate allowed) {
        int places = Exploration.places(request.limit(), exploration(request));
        if (places == 0 || request.filters() || !opinions.anyLiked()) {
            return List.of();
        }
        double usual = profile.usual();
        return ranker.newMovies(lists.newMovies(order.model()), order, opinions, TRIES * places, allowed).stream()
                .filter(movie -> isLiked(view.opinion(movie.candidate().movieId()), usual)).limit(places).toList();
    }

    private static boolean isLiked(@Nullable Float predicted, double usual) {
        return predicted == null || predicted >= usual - NEARLY;
    }

    /** What is asked for movies: the model that orders, where the strategy asks it and it knows what is liked. */
    private static @Nullable Seen asked(Profile profile, ListRequest request, @Nullable Seen order) {
        boolean asked = order != null && request.strategy() != Strategy.CONTENT
                && LikedMovies.any(profile, order.model());
        return asked ? order : null;
    }

    private static String unknown(Profile profile, ListRequest request, boolean asked) {
        String why;
        if (!profile.likesAny()) {
            why = NOTHING_LIKED;
        } else if (request.strategy() == Strategy.CONTENT) {
            why = "No movie was found whose content is like that of the liked ones";
        } else {
            why = asked
                    ? "The active model prefers no movie to another"
                    : "The active model knows none of the movies that are liked";
        }
        return why + ": these are movies that everybody likes.";
    }

    private double contentWeight(Strategy strategy) {
        return switch (strategy) {
            case AUTO, MODEL, POPULAR -> 0;
            case CONTENT -> 1;
            case BLEND -> config.contentWeight();
        };
    }

    private Map<Long, List<Contribution>> contributions(List<Ranked> chosen, LoadedModel model, Profile profile) {
        LikedMovies liked = LikedMovies.of(profile, model);
        Map<Long, List<Contribution>> byMovie = new HashMap<>();
        for (Ranked movie : chosen) {
            Candidate candidate = movie.candidate();
            if (candidate.movie() >= 0 && !candidate.rare() && movie.source() != Source.POPULAR
                    && candidate.personal() >= Explainer.LEAST_PERSONAL) {
                byMovie.put(candidate.movieId(), explainer.contributions(model, liked, candidate.movie()).stream()
                        .map(each -> each.times(candidate.personal())).toList());
            }
        }
        return byMovie;
    }

    /**
     * The reasons by content of the movies that tell them, by id. Does not fail: a list without them is still a list.
     */
    Uni<Map<Long, Explained>> byContent(ChosenList list, boolean explain) {
        long[] told = list.toldByContent(explain);
        return told.length == 0
                ? Uni.createFrom().item(Map.of())
                : content.reasons(list.opinions(), told).onFailure(UpstreamUnavailable.class)
                        .recoverWithItem(Map.of());
    }

    /**
     * The reasons of one movie; some are told even without being asked for.
     *
     * @param byContent as {@link #byContent} has them
     */
    List<Reason> reasons(Ranked movie, ChosenList list, Profile profile, boolean explain, Metadata metadata,
            Map<Long, Explained> byContent) {
        Candidate candidate = movie.candidate();
        List<Reason> reasons = new ArrayList<>();
        if (explain && candidate.popular() != null) {
            reasons.add(new Reason.Popular(candidate.popular().ratings(), candidate.popular().mean()));
        } else if (explain && candidate.personal() < Explainer.MOSTLY_PERSONAL) {
            reasons.add(new Reason.Popular(list.view().support(candidate.movie()), null));
        }
        Explainer.fromModel(list.contributions().getOrDefault(candidate.movieId(), List.of()), metadata, reasons);
        if (candidate.like() && (explain || candidate.rare())) {
            explainer.fromContent(byContent.get(candidate.movieId()), profile, reasons);
        }
        if (explain && reasons.isEmpty()) {
            reasons.add(new Reason.Ranked(list.view().support(candidate.movie())));
        }
        return reasons;
    }
}
