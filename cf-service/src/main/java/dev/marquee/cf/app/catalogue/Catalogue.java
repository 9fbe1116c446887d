package dev.marquee.cf.app.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.marquee.cf.app.catalogue.SimilarityClient.BatchAnswer;
import dev.marquee.cf.app.catalogue.SimilarityClient.ReasonsAnswer;
import dev.marquee.cf.app.catalogue.SimilarityClient.ReasonsRequest;
import dev.marquee.cf.app.catalogue.SimilarityClient.ScoresAnswer;
import dev.marquee.cf.app.catalogue.SimilarityClient.ScoresRequest;
import dev.marquee.common.error.UpstreamUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of similarity-service as this service sees it. Metadata are cached; what was once learnt serves on
 * while the other service is down. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class Catalogue {
    /** What a list without titles says of itself. */
    public static final String NO_TITLES = "similarity-service does not answer: titles, years and genres are missing.";

    private static final Logger LOG = Logger.getLogger(Catalogue.class);
    private static final String ADVICE = "similarity-service does not answer; see that it runs and that"
            + " quarkus.rest-client.similarity.url names it. ";

    private final SimilarityGateway gateway;
    private final CatalogueConfig config;
    private final MeterRegistry metrics;
    private final Cache<Long, Remembered> cache;
    private final AtomicInteger available = new AtomicInteger(1);

    /** A null movie is one that the catalogue does not have. */
    private record Remembered(@Nullable CatalogueMovie movie, long nanos) {}

    Catalogue(SimilarityGateway gateway, CatalogueConfig config, MeterRegistry metrics) {
        this.gateway = gateway;
        this.config = config;
        this.metrics = metrics;
        this.cache = Caffeine.newBuilder().maximumSize(config.cacheSize()).build();
        metrics.gauge("marquee.similarity.available", available);
        metrics.gauge("marquee.catalogue.cached", cache, Cache::estimatedSize);
    }

    /**
     * Metadata of movies, from the cache where it is fresh. Does not fail when the other service is down: then the
     * answer is what is known, marked incomplete where something is not.
     */
    public Uni<Metadata> describe(Collection<Long> movieIds) {
        return describe(movieIds, gateway::batch);
    }

    /** The same where nothing can be done without the answer: it is waited for longer. */
    public Uni<Metadata> describePatiently(Collection<Long> movieIds) {
        return describe(movieIds, gateway::lookup);
    }

    private Uni<Metadata> describe(Collection<Long> movieIds, Function<List<Long>, Uni<BatchAnswer>> call) {
        Map<Long, CatalogueMovie> known = new HashMap<>();
        List<Long> asked = new ArrayList<>();
        Collection<Long> unknown = new LinkedHashSet<>();
        long oldest = System.nanoTime() - config.cacheTtl().toNanos();
        for (long id : new LinkedHashSet<>(movieIds)) {
            Remembered entry = cache.getIfPresent(id);
            if (entry == null || entry.nanos() < oldest) {
                asked.add(id);
            }
            if (entry == null) {
                unknown.add(id);
            } else if (entry.movie() != null) {
                known.put(id, entry.movie());
            }
        }
        if (asked.isEmpty()) {
            return Uni.createFrom().item(new Metadata(known, true));
        }
        return ask(call, asked, 0, known).replaceWith(() -> new Metadata(known, true)).onFailure()
                .recoverWithItem(() -> {
                    unknown.removeAll(known.keySet());
                    return new Metadata(known, unknown.isEmpty());
                });
    }

    private Uni<Void> ask(Function<List<Long>, Uni<BatchAnswer>> call, List<Long> ids, int from,
            Map<Long, CatalogueMovie> known) {
        if (from >= ids.size()) {
            return Uni.createFrom().voidItem();
        }
        int to = Math.min(ids.size(), from + Math.clamp(config.batchSize(), 1, SimilarityClient.MOST_IN_BATCH));
        List<Long> batch = ids.subList(from, to);
        return watched(call.apply(batch)).invoke(answer -> remember(batch, answer, known))
                .flatMap(answer -> ask(call, ids, to, known));
    }

    private void remember(List<Long> asked, BatchAnswer answer, Map<Long, CatalogueMovie> known) {
        long now = System.nanoTime();
        for (long id : asked) {
            cache.put(id, new Remembered(null, now));
            known.remove(id);
        }
        for (CatalogueMovie movie : answer.movies()) {
            cache.put(movie.movieId(), new Remembered(movie, now));
            known.put(movie.movieId(), movie);
        }
    }

    /**
     * What the catalogue says of movies; what is in neither set could not be found out.
     */
    public record Existence(Set<Long> existing, Set<Long> missing) {}

    /**
     * Which movies the catalogue has, no older than {@link CatalogueConfig#existenceTtl}. Does not fail, and waits no
     * longer than a list does for titles.
     */
    public Uni<Existence> existing(Set<Long> movieIds) {
        Set<Long> asked = new LinkedHashSet<>();
        Map<Long, CatalogueMovie> existing = new HashMap<>();
        long oldest = System.nanoTime() - config.existenceTtl().toNanos();
        for (long id : movieIds) {
            Remembered entry = cache.getIfPresent(id);
            if (entry == null || entry.nanos() < oldest) {
                asked.add(id);
            } else if (entry.movie() != null) {
                existing.put(id, entry.movie());
            }
        }
        return ask(gateway::batch, List.copyOf(asked), 0, existing).invoke(asked::clear).onFailure()
                .recoverWithNull().map(done -> {
                    Set<Long> missing = new HashSet<>(movieIds);
                    missing.removeAll(existing.keySet());
                    missing.removeAll(asked);
                    return new Existence(existing.keySet(), missing);
                });
    }

    /**
     * Those of the movies that the catalogue does not have.
     *
     * @return fails with {@link UpstreamUnavailable} if that cannot be found out
     */
    public Uni<Set<Long>> unknownOf(Set<Long> movieIds) {
        return describe(movieIds, gateway::lookup).map(found -> {
            if (!found.complete()) {
                throw needed("Whether the movies " + movieIds + " exist cannot be found out.");
            }
            Set<Long> unknown = new HashSet<>(movieIds);
            unknown.removeAll(found.movies().keySet());
            return unknown;
        });
    }

    /**
     * Movies like a content profile.
     *
     * @return fails with {@link UpstreamUnavailable} if the other service does not answer, and with
     *         {@link dev.marquee.common.error.InvalidRequest} if there is no such genre
     */
    public Uni<ScoresAnswer> similar(ScoresRequest request) {
        return watched(gateway.scores(request)).onFailure()
                .transform(failure -> told(failure, "There are no content candidates."));
    }

    /**
     * Why movies are like a content profile.
     *
     * @return fails with {@link UpstreamUnavailable} if the other service does not answer
     */
    public Uni<ReasonsAnswer> reasons(ReasonsRequest request) {
        return watched(gateway.reasons(request)).onFailure()
                .transform(failure -> told(failure, "There are no reasons."));
    }

    private static RuntimeException told(Throwable failure, String consequence) {
        if (failure instanceof Refused refused) {
            RuntimeException versions = new UpstreamUnavailable("similarity-service refused what this service asked ("
                    + refused.getMessage() + "); see that both are of the same version. " + consequence, refused);
            return refused.invalid().<RuntimeException>map(invalid -> invalid).orElse(versions);
        }
        return new UpstreamUnavailable(ADVICE + consequence, failure);
    }

    /** Refuses what needs metadata when they are not to be had. */
    public static UpstreamUnavailable needed(String forWhat) {
        return new UpstreamUnavailable(ADVICE + forWhat);
    }

    /** What to tell the one who asked for a list of why it is without the catalogue's part. */
    public static String why(Throwable failure) {
        return failure.getCause() instanceof Refused
                ? "similarity-service refused the question"
                : "similarity-service does not answer";
    }

    private <T> Uni<T> watched(Uni<T> call) {
        return call.invoke(answer -> answers()).onFailure().invoke(failure -> {
            if (failure instanceof Refused) {
                LOG.warnf("similarity-service refused a question: %s", failure.getMessage());
                answers();
                return;
            }
            metrics.counter("marquee.similarity.failures", "cause", failure.getClass().getSimpleName()).increment();
            if (available.getAndSet(0) == 1) {
                LOG.warnf("similarity-service does not answer, or not in time (%s); until it does, lists go without"
                        + " what it was asked for: titles, movies by content, or reasons", failure);
            }
        });
    }

    private void answers() {
        if (available.getAndSet(1) == 0) {
            LOG.info("similarity-service answers again");
        }
    }
}
