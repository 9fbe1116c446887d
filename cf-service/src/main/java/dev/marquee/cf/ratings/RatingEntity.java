package dev.marquee.cf.ratings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One user's rating of one movie. Read and write it through {@link RatingStore}: the summaries of users and movies must
 * follow in the same transaction.
 */
@Entity
@Table(name = "rating")
@IdClass(RatingId.class)
public class RatingEntity {
    @Id
    @Column(name = "user_id")
    long userId;
    @Id
    @Column(name = "movie_id")
    long movieId;
    float rating;
    @Column(name = "rated_at")
    @Nullable
    Instant ratedAt;

    public long userId() {
        return userId;
    }

    public long movieId() {
        return movieId;
    }

    /** Stars, 0.5 to 5. */
    public float rating() {
        return rating;
    }

    /** {@code null} where unknown. */
    public @Nullable Instant ratedAt() {
        return ratedAt;
    }
}
