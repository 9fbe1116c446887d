package dev.marquee.cf.app.feedback;

import dev.marquee.cf.app.catalogue.Catalogue;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.ratings.RaterEntity;
import dev.marquee.cf.ratings.RatingEntity;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.error.UnknownId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Users and their ratings, page by page. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class RatedQuery {
    private final RatingStore ratings;
    private final Catalogue catalogue;

    RatedQuery(RatingStore ratings, Catalogue catalogue) {
        this.ratings = ratings;
        this.catalogue = catalogue;
    }

    /** A page of users. */
    public record Users(List<RaterEntity> items, long total) {}

    /** A page of ratings with what is known of their movies. */
    public record Ratings(List<RatingEntity> items, long total, Metadata metadata) {}

    public Uni<Users> users(int page, int size) {
        // One after the other: both use the request's one session.
        return ratings.raters(page, size)
                .flatMap(raters -> ratings.countRaters().map(total -> new Users(raters, total)));
    }

    /**
     * @return fails with {@link UnknownId} for a user without ratings
     */
    public Uni<Ratings> ratings(long userId, int page, int size) {
        return ratings.rater(userId).onItem().ifNull().failWith(() -> new UnknownId("user", userId))
                .flatMap(rater -> ratings.latest(userId, page, size).flatMap(
                        items -> catalogue.describe(items.stream().map(RatingEntity::movieId).toList())
                                .map(metadata -> new Ratings(items, rater.ratingCount(), metadata))));
    }
}
