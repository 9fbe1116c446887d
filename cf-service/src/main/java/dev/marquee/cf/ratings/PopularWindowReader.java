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
 */
@Singleton
class PopularWindowReader {
    /** Of tens of millions of ratings, on a busy machine. */
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String NEWEST = "select max(last_rated_at) as newest from rater having max(last_rated_at) is not null";
    private static final String COUNTED = """
            select r.movie_id, count(*) as rating_count, sum(cast(r.rating as double precision)) as rating_sum
            from rater u join rating r on r.user_id = u.user_id
            where u.last_rated_at > timestamptz '%1$s' and r.rated_at > timestamptz '%1$s' group by r.movie_id""";

    private final DataSource database;

    PopularWindowReader(DataSource database) {
        this.database = database;
    }

    /**
     * All movies with a rating in the window.
     *
     * @param days before the newest rating
     * @return without movies where no rating has a time
     */
    PopularWindow read(PopularRule rule, int days) {
        return Sql.inTransaction(database, connection -> {
            Sql.execute(connection, "set local statement_timeout = " + LONGEST.toMillis());
            Optional<Instant> newest = Sql.first(connection, row -> Sql.instant(row, "newest"), NEWEST);
            return newest.isEmpty()
                    ? new PopularWindow(null, List.of())
                    : read(connection, rule, newest.get().minus(Duration.ofDays(days)));
        });
    }

    private static PopularWindow read(Connection connection, PopularRule rule, Instant since) throws SQLException {
        // A literal, so that the planner sees how many users it leaves.
        String counted = String.format(Locale.ROOT, COUNTED, since.atOffset(ZoneOffset.UTC));
        return new PopularWindow(since, List.copyOf(Sql.rows(connection, row -> new PopularMovie(row.getLong(1),
                row.getLong(2), row.getDouble(3), row.getDouble(4)), rule.sql(counted))));
    }
}
