package dev.marquee.cf.ratings;

import dev.marquee.common.error.UnknownId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Feedback: writes ratings and keeps the summaries of users and movies in the same transaction. Never blocks.
 * Thread-safe; writers of the same user, and a writer of many, wait for each other, because a summary changes by the
 * difference between a rating and the one before it.
 *
 * <p>
 * Writers have some of the database's connections, never all: however many wait, lists are made. None waits long; who
 * waits in vain fails with something that {@link dev.marquee.common.postgres.WritersBusy} knows.
 */
@ApplicationScoped
class RatingWrites {
    /** A function of the database: one round trip. */
    private static final String BEGIN = "select cast(rating_write(cast(:patience as integer), cast(:writer as integer)) as text)";
    /** How long a writer waits for others in the database. */
    private static final int PATIENCE_MILLIS = 700;
    /** What that takes, and what comes to it while many write. */
    private static final int LONGEST_MILLIS = 950;
    private static final int LONGEST_OF_MANY_SECONDS = 30;

    // One statement sees one snapshot: "before" is what the ratings were when nobody else can change them any more.
    private static final String PUT = """
            with input as (
              select * from unnest(cast(cast(:users as text) as bigint[]), cast(cast(:movies as text) as bigint[]),
                cast(cast(:ratings as text) as real[]), cast(cast(:times as text) as timestamptz[])) as t(user_id, movie_id, rating, rated_at)
            ), change as (
              select i.user_id, i.movie_id, i.rated_at, (case when r.rating is null then 1 else 0 end) as n,
                cast(i.rating as double precision) - coalesce(cast(r.rating as double precision), 0) as s
              from input i left join rating r on r.user_id = i.user_id and r.movie_id = i.movie_id
            ), written as (
              insert into rating (user_id, movie_id, rating, rated_at) select user_id, movie_id, rating, rated_at from input
              on conflict (user_id, movie_id) do update set rating = excluded.rating, rated_at = excluded.rated_at
            ), users as (
              insert into rater as u (user_id, rating_count, rating_sum, last_rated_at)
              select user_id, sum(n), sum(s), max(rated_at) from change group by user_id order by user_id
              on conflict (user_id) do update set rating_count = u.rating_count + excluded.rating_count,
                rating_sum = u.rating_sum + excluded.rating_sum,
                last_rated_at = greatest(u.last_rated_at, excluded.last_rated_at)
            )
            insert into rated_movie as m (movie_id, rating_count, rating_sum)
            select movie_id, sum(n), sum(s) from change group by movie_id order by movie_id
            on conflict (movie_id) do update set rating_count = m.rating_count + excluded.rating_count,
              rating_sum = m.rating_sum + excluded.rating_sum""";

    // The time of a deletion is never before that of what was deleted, which may be of the future.
    private static final String DELETE = """
            with gone as (
              delete from rating where user_id = :user and movie_id = :movie returning user_id, movie_id, rating, rated_at
            ), remembered as (
              insert into rating_deleted (user_id, movie_id, deleted_at)
              select user_id, movie_id, greatest(now(), rated_at) from gone
              on conflict (user_id, movie_id) do update set deleted_at = excluded.deleted_at
            )
            select rating from gone""";
    private static final String LESS_OF_RATER = """
            update rater set rating_count = rating_count - 1, rating_sum = rating_sum - :rating,
              last_rated_at = (select max(rated_at) from rating where user_id = :user) where user_id = :user""";
    private static final String NO_EMPTY_RATER = "delete from rater where user_id = :user and rating_count = 0";
    private static final String LESS_OF_MOVIE = """
            update rated_movie set rating_count = rating_count - 1, rating_sum = rating_sum - :rating
            where movie_id = :movie""";

    private final Mutiny.SessionFactory sessions;

    RatingWrites(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Stores one rating; what the user said of the movie before is replaced. */
    @Bulkhead(value = 8, waitingTaskQueue = 1000)
    @Timeout(LONGEST_MILLIS)
    Uni<Void> put(NewRating rating) {
        return sessions.withTransaction((session, transaction) -> begin(session, rating.userId())
                .chain(() -> write(session, List.of(rating))));
    }

    /**
     * Stores many ratings, all or none.
     *
     * @param ratings at most one for each user and movie
     */
    @Bulkhead(value = 2, waitingTaskQueue = 20)
    @Timeout(value = LONGEST_OF_MANY_SECONDS, unit = ChronoUnit.SECONDS)
    Uni<Void> putAll(List<NewRating> ratings) {
        return sessions.withTransaction((session, transaction) -> begin(session, null)
                .chain(() -> write(session, ratings)));
    }

    /**
     * Takes a rating back.
     *
     * @return fails with {@link UnknownId} where there is none
     */
    @Bulkhead(value = 2, waitingTaskQueue = 100)
    @Timeout(LONGEST_MILLIS)
    Uni<Void> delete(long userId, long movieId) {
        return sessions.withTransaction((session, transaction) -> begin(session, userId)
                .chain(() -> session.createNativeQuery(DELETE, Float.class).setParameter("user", userId)
                        .setParameter("movie", movieId).getSingleResultOrNull())
                .onItem().ifNull()
                .failWith(() -> new UnknownId("rating of user " + userId + " for a movie", movieId))
                .chain(rating -> subtract(session, userId, movieId, rating)));
    }

    private static Uni<Void> subtract(Mutiny.Session session, long userId, long movieId, double rating) {
        return session.createNativeQuery(LESS_OF_RATER).setParameter("rating", rating).setParameter("user", userId)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(NO_EMPTY_RATER).setParameter("user", userId).executeUpdate())
                .chain(() -> session.createNativeQuery(LESS_OF_MOVIE).setParameter("rating", rating)
                        .setParameter("movie", movieId).executeUpdate())
                .replaceWithVoid();
    }

    /** @param userId {@code null}: for many users, alone */
    private static Uni<Void> begin(Mutiny.Session session, @Nullable Long userId) {
        return session.createNativeQuery(BEGIN, String.class).setParameter("patience", PATIENCE_MILLIS)
                .setParameter("writer", userId == null ? null : Long.hashCode(userId)).getSingleResultOrNull()
                .replaceWithVoid();
    }

    private static Uni<Void> write(Mutiny.Session session, List<NewRating> ratings) {
        return session.createNativeQuery(PUT).setParameter("users", array(ratings, NewRating::userId))
                .setParameter("movies", array(ratings, NewRating::movieId))
                .setParameter("ratings", array(ratings, NewRating::rating))
                .setParameter("times", array(ratings, NewRating::ratedAt)).executeUpdate().replaceWithVoid();
    }

    /** PostgreSQL's text form of an array: Hibernate Reactive has no parameter type for all of these element types. */
    private static String array(List<NewRating> ratings, java.util.function.Function<NewRating, Object> column) {
        return ratings.stream().map(column).map(String::valueOf)
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}
