package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.SimilarityClient.SimilarMovie;
import dev.marquee.cf.app.catalogue.SimilarityClient.SimilarRequest;
import dev.marquee.cf.app.catalogue.SimilarityClient.Weighted;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Asks similarity-service for movies like those that someone likes. Never blocks. Thread-safe.
 */
@Singleton
class ContentCandidates {
    /** What similarity-service gives at most in one answer. */
    private static final int MOST = 200;

    private final Catalogue catalogue;
    private final RecommendConfig config;

    ContentCandidates(Catalogue catalogue, RecommendConfig config) {
        this.catalogue = catalogue;
        this.config = config;
    }

    /**
     * @param movies best first, none of them rated or excluded
     */
    record Found(List<SimilarMovie> movies) {}

    /**
     * @return fails with {@link dev.marquee.common.error.UpstreamUnavailable} where the other service does not answer
     */
    Uni<Found> find(Profile profile, Wish wish) {
        List<Weighted> weights = profile.opinions(config.profileSize()).stream()
                .map(opinion -> new Weighted(opinion.movieId(), opinion.weight())).toList();
        if (weights.stream().noneMatch(each -> each.weight() > 0)) {
            return Uni.createFrom().item(new Found(List.of())); // like nothing that someone dislikes is no profile
        }
        List<Long> left = LongStream.concat(profile.movies(), wish.exclude().stream().mapToLong(Long::longValue))
                .boxed()
                .toList();
        return catalogue
                .similar(new SimilarRequest(weights, Math.min(MOST, wish.candidates(config.candidates())), wish.genre(),
                        wish.yearFrom(), wish.yearTo(),
                        left, true, Math.max(Explainer.FEATURES, config.explainedBy())))
                .map(answer -> new Found(answer.items().stream().filter(
                        item -> !profile.rated(item.movie().movieId())
                                && !wish.exclude().contains(item.movie().movieId()))
                        .toList()));
    }
}
