package dev.marquee.cf.ratings;

import dev.marquee.common.postgres.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads which movies were popular in the last days of the data. Only ratings of users who rated in those days are
 * looked at, so what it costs goes by the window, not by all ratings. It blocks; call it from worker threads.
 * Thread-safe.
 *
 * <p>
 * The last days end with the newest rating. Where someone imported data of long ago and then rated a few movies, these
 * few would be all; so where the days hold {@linkplain #few too few} ratings, they go back from before as many of the
 * newest, which count nevertheless.
 */
@Singleton
class PopularWindowReader {
    /** Of tens of millions of ratings, on a busy machine. */
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Fewer say little of a hundred movies; a few people who try the service give as many. */
    private static final long ENOUGH = 500;
    /** Of data that have not many, so many times fewer than all are enough. */
    private static final long ENOUGH_OF_ALL = 200;
    private static final String NEWEST = """
            select max(last_rated_at) as newest, cast(sum(rating_count) as bigint) as ratings from rater
            having max(last_rated_at) is not null""";
    /**
     * The oldest of so many newest ratings; among those of as many users who rated last, who have one each at least.
     */
    private static final String OLDER = """
            select min(rated_at) as newest from (select r.rated_at from
              (select user_id from rater where last_rated_at is not null order by last_rated_at desc limit %1$d) u
              join rating r on r.user_id = u.user_id where r.rated_at is not null
              order by r.rated_at desc limit %1$d) latest""";
    private static final String COUNTED = """
            select r.movie_id, count(*) as rating_count, sum(cast(r.rating as double precision)) as rating_sum
            from rater u join rating r on r.user_id = u.user_id
            where u.last_rated_at > timestamptz '%1$s' and r.rated_at > timestamptz '%1$s' group by r.movie_id""";

    private final DataSource database;

    PopularWindowReader(DataSource database) {
        this.database = database;
    }

    /** The newest rating's time, and how many there are. */
    private record Newest(Instant time, long ratings) {}

    /**
     * All movies with a rating in the window.
     *
     * @param days before the newest rating
     * @return without movies where no rating has a time
     */
    PopularWindow read(PopularRule rule, int days) {
        Duration length = Duration.ofDays(days);
        return Sql.inTransaction(database, connection -> {
            Sql.execute(connection, "set local statement_timeout = " + LONGEST.toMillis());
            Optional<Newest> newest = Sql.first(connection,
                    row -> new Newest(Sql.instant(row, "newest"), row.getLong("ratings")), NEWEST);
            if (newest.isEmpty()) {
                return new PopularWindow(null, List.of());
            }
            PopularWindow asked = read(connection, rule, newest.get().time().minus(length));
            long few = few(newest.get().ratings());
            return asked.ratings() >= few ? asked : further(connection, rule, length, few, asked);
        });
    }

    /** Where there are no more ratings with a time, it is what was asked for. */
    private static PopularWindow further(Connection connection, PopularRule rule, Duration length, long few,
            PopularWindow asked) throws SQLException {
        PopularWindow window = read(connection, rule, older(connection, few).minus(length));
        return window.ratings() == asked.ratings() ? asked : window.insteadOf(asked.ratings());
    }

    /** Fewer ratings than this make no list. */
    static long few(long ratings) {
        return Math.min(ENOUGH, ratings / ENOUGH_OF_ALL);
    }

    private static Instant older(Connection connection, long few) throws SQLException {
        return Sql.first(connection, row -> Sql.instant(row, "newest"), String.format(Locale.ROOT, OLDER, few))
                .orElseThrow();
    }

    private static PopularWindow read(Connection connection, PopularRule rule, Instant since) throws SQLException {
        // A literal, so that the planner sees how many users it leaves.
        String counted = String.format(Locale.ROOT, COUNTED, since.atOffset(ZoneOffset.UTC));
        return new PopularWindow(since, List.copyOf(Sql.rows(connection, row -> new PopularMovie(row.getLong(1),
                row.getLong(2), row.getDouble(3), row.getDouble(4)), rule.sql(counted))));
    }
}
