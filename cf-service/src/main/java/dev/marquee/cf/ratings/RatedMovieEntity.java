package dev.marquee.cf.ratings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A movie that is known here, with its ratings summed up; it may have none.
 */
@Entity
@Table(name = "rated_movie")
public class RatedMovieEntity {
    @Id
    @Column(name = "movie_id")
    long movieId;
    @Column(name = "rating_count")
    long ratingCount;
    @Column(name = "rating_sum")
    double ratingSum;

    public long movieId() {
        return movieId;
    }

    public long ratingCount() {
        return ratingCount;
    }
}
