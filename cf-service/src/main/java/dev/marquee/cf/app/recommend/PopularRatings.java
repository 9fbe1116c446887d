package dev.marquee.cf.app.recommend;

import dev.marquee.cf.ratings.PopularRule;
import dev.marquee.cf.ratings.PopularWindow;
import dev.marquee.cf.ratings.RatingStore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The ratings as popular movies are made of them: all of them afresh, those of some last days from memory for a while,
 * as they have to be counted. Never blocks. Thread-safe.
 */
@Singleton
class PopularRatings {
    private final RatingStore ratings;
    private final RecommendConfig config;
    private final KeptAnswers<PopularWish, PopularWindow> windows = new KeptAnswers<>(System::nanoTime);

    @Inject
    PopularRatings(RatingStore ratings, RecommendConfig config) {
        this.ratings = ratings;
        this.config = config;
    }

    /**
     * @param most how many are needed
     * @return as many or more; fails with {@link dev.marquee.common.error.TemporarilyUnavailable} where others are
     *         being counted. To be subscribed to on a Vert.x context, on which it goes on
     */
    Uni<PopularWindow> of(PopularWish wish, int most) {
        PopularRule rule = new PopularRule(wish.by(), config.popularDamping(), Profile.USUAL);
        Integer days = wish.days();
        return days == null
                ? ratings.popular(rule, most).map(movies -> new PopularWindow(null, movies))
                : within(wish, () -> ratings.popularWithin(rule, days));
    }

    private Uni<PopularWindow> within(PopularWish wish, Callable<PopularWindow> count) {
        return Uni.createFrom().deferred(() -> {
            Context context = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
            Executor worker = work -> context.executeBlocking(() -> {
                work.run();
                return null;
            }, false);
            CompletableFuture<PopularWindow> window = windows.get(wish, count, worker);
            // Someone else may have begun it, on another context.
            return Uni.createFrom().completionStage(window)
                    .emitOn(next -> context.runOnContext(nothing -> next.run()));
        });
    }
}
