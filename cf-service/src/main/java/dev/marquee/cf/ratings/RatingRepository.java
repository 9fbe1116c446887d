package dev.marquee.cf.ratings;

import dev.marquee.common.postgres.BoundedWait;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Reads ratings and their summaries, a few at a time and always fresh from the database. Never blocks. Thread-safe, but
 * all calls of one request share one session: make them one after the other.
 */
@ApplicationScoped
class RatingRepository {
    /** Of tens of millions, on a busy machine. */
    private static final Duration ALL_RATINGS = Duration.ofSeconds(60);

    /** All movies that have ratings, as {@link PopularRule} takes them. */
    static final String RATED = "select movie_id, rating_count, rating_sum from rated_movie where rating_count > 0";

    private final Mutiny.SessionFactory sessions;

    RatingRepository(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** A page of a user's ratings, the latest first. */
    Uni<List<RatingEntity>> latest(long userId, int page, int size) {
        return read(session -> session
                .createQuery("from RatingEntity where userId = :user order by ratedAt desc nulls last, movieId",
                        RatingEntity.class)
                .setParameter("user", userId).setFirstResult(page * size).setMaxResults(size).getResultList());
    }

    /** {@code null} where the user has no ratings. */
    Uni<@Nullable RaterEntity> rater(long userId) {
        return read(session -> session.get(RaterEntity.class, userId));
    }

    /** A page of users by id. */
    Uni<List<RaterEntity>> raters(int page, int size) {
        return read(
                session -> session.createQuery("from RaterEntity order by userId", RaterEntity.class)
                        .setFirstResult(page * size).setMaxResults(size).getResultList());
    }

    Uni<Long> countRaters() {
        return read(
                session -> session.createQuery("select count(*) from RaterEntity", Long.class).getSingleResult());
    }

    /** Those of the movies that are known here. */
    Uni<List<RatedMovieEntity>> movies(Collection<Long> movieIds) {
        return read(
                session -> session.createQuery("from RatedMovieEntity where movieId in :ids", RatedMovieEntity.class)
                        .setParameter("ids", movieIds).getResultList());
    }

    /** See {@link RatingStore#popular}. */
    Uni<List<PopularMovie>> popular(PopularRule rule, int limit) {
        return read(session -> session.createNativeQuery(rule.sql(RATED) + " limit :limit", Object[].class)
                .setParameter("limit", limit).getResultList()
                .map(rows -> rows.stream().map(RatingRepository::popular).toList()));
    }

    private <T> Uni<T> read(Function<Mutiny.StatelessSession, Uni<T>> query) {
        return BoundedWait.of(sessions.withStatelessSession(query));
    }

    private static PopularMovie popular(Object[] row) {
        return new PopularMovie(((Number) row[0]).longValue(), ((Number) row[1]).longValue(),
                ((Number) row[2]).doubleValue(), ((Number) row[3]).doubleValue());
    }

    /** How many ratings there are of each number of stars; goes through all of them. */
    Uni<Map<String, Long>> histogram() {
        return BoundedWait.of(sessions.withStatelessSession(session -> session
                .createQuery("select rating, count(*) from RatingEntity group by rating order by rating",
                        Object[].class)
                .getResultList().map(rows -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    rows.forEach(row -> counts.put(row[0].toString(), (Long) row[1]));
                    return counts;
                })), ALL_RATINGS);
    }

    Uni<RatingStats> stats() {
        return read(session -> session.createNativeQuery("""
                select coalesce(sum(rating_count), 0), count(*), coalesce(sum(rating_sum), 0),
                  (select count(*) filter (where rating_count > 0) from rated_movie),
                  (select count(*) from rated_movie)
                from rater""", Object[].class).getSingleResult().map(row -> {
            long ratings = ((Number) row[0]).longValue();
            double sum = ((Number) row[2]).doubleValue();
            return new RatingStats(ratings, ((Number) row[1]).longValue(), ((Number) row[3]).longValue(),
                    ((Number) row[4]).longValue(), ratings == 0 ? 0 : sum / ratings);
        }));
    }
}
