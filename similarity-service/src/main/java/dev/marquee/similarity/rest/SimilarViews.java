package dev.marquee.similarity.rest;

import dev.marquee.similarity.app.SimilarMovie;
import dev.marquee.similarity.app.SimilarityService.LikeMovie;
import dev.marquee.similarity.app.SimilarityService.LikeProfile;
import dev.marquee.similarity.app.Snapshot;
import dev.marquee.similarity.features.FeatureKind;
import dev.marquee.similarity.index.Explanation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Similar movies as JSON.
 */
final class SimilarViews {
    private SimilarViews() {}

    static SimilarAnswer of(LikeMovie found) {
        return new SimilarAnswer(MovieSummary.of(found.movie()),
                found.items().stream().map(item -> item(item, null)).toList());
    }

    static ProfileAnswer of(LikeProfile found) {
        return new ProfileAnswer(
                found.items().stream().map(item -> item(item, because(item, found.snapshot()))).toList(),
                found.missing());
    }

    static ScoresAnswer scores(LikeProfile found) {
        long[] movieIds = new long[found.items().size()];
        float[] scores = new float[movieIds.length];
        for (int i = 0; i < scores.length; i++) {
            movieIds[i] = found.items().get(i).movie().movieId();
            scores[i] = found.items().get(i).score();
        }
        return new ScoresAnswer(movieIds, scores);
    }

    static ReasonsAnswer reasons(LikeProfile found) {
        return new ReasonsAnswer(found.items().stream().map(item -> new ReasonsAnswer.Explained(item.movie().movieId(),
                reasons(item.explanation()), because(item, found.snapshot()))).toList());
    }

    private static SimilarItem item(SimilarMovie found, @Nullable List<BecauseView> because) {
        return new SimilarItem(MovieSummary.of(found.movie()), found.score(), reasons(found.explanation()), because);
    }

    private static @Nullable List<ReasonView> reasons(@Nullable Explanation explanation) {
        return explanation == null
                ? null
                : explanation.features().stream().map(
                        shared -> new ReasonView(kind(shared.kind()), shared.value(), shared.share())).toList();
    }

    private static String kind(FeatureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable List<BecauseView> because(SimilarMovie found, Snapshot snapshot) {
        return found.explanation() == null
                ? null
                : found.explanation().because().stream().map(because -> new BecauseView(because.movieId(),
                        snapshot.index().movie(because.movieId()).title(), because.share())).toList();
    }
}
