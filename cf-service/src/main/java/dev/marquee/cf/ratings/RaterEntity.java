package dev.marquee.cf.ratings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user with at least one rating, summed up.
 */
@Entity
@Table(name = "rater")
public class RaterEntity {
    @Id
    @Column(name = "user_id")
    long userId;
    @Column(name = "rating_count")
    long ratingCount;
    @Column(name = "rating_sum")
    double ratingSum;
    @Column(name = "last_rated_at")
    @Nullable
    Instant lastRatedAt;

    public long userId() {
        return userId;
    }

    public long ratingCount() {
        return ratingCount;
    }

    public double meanRating() {
        return ratingSum / ratingCount;
    }

    /** {@code null} where unknown. */
    public @Nullable Instant lastRatedAt() {
        return lastRatedAt;
    }
}
