package dev.marquee.cf.ratings;

import dev.marquee.common.postgres.BoundedWait;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads all that users rated, always fresh from the database. Every list is made of it, and users have thousands of
 * ratings, so it goes without entities: reading those took a third of the event loop's time. Never blocks. Thread-safe.
 */
@ApplicationScoped
class RatedMoviesReader {
    private static final String OF_USERS = "select user_id, movie_id, rating from rating where user_id = any($1)"
            + " order by user_id, movie_id";
    // One row with two arrays: a row for each rating is seven objects for each, on the event loop.
    private static final String OF_USER = "select array_agg(movie_id order by movie_id), array_agg(rating order by movie_id),"
            + " max(rated_at) from rating where user_id = $1";

    private final Pool pool;

    RatedMoviesReader(Pool pool) {
        this.pool = pool;
    }

    /** Without movies for an unknown user. */
    Uni<RatedMovies> ofUser(long userId) {
        return read(OF_USER, Tuple.of(userId)).map(RatedMoviesReader::one);
    }

    /** By user, without times; one who is unknown is not there. */
    Uni<Map<Long, RatedMovies>> ofUsers(Collection<Long> userIds) {
        return read(OF_USERS, Tuple.of(userIds.toArray(Long[]::new))).map(RatedMoviesReader::many);
    }

    /**
     * On a connection taken for it: queries of the pool itself leave a timer behind that fails once more when they have
     * failed.
     */
    private Uni<RowSet<Row>> read(String query, Tuple parameters) {
        return BoundedWait.of(pool.withConnection(connection -> connection.preparedQuery(query).execute(parameters)));
    }

    private static RatedMovies one(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        Long[] ids = row.getArrayOfLongs(0);
        Float[] stars = row.getArrayOfFloats(1);
        if (ids == null) {
            return RatedMovies.NONE;
        }
        long[] movies = new long[ids.length];
        float[] ratings = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            movies[i] = ids[i];
            ratings[i] = stars[i];
        }
        OffsetDateTime newest = row.getOffsetDateTime(2);
        return new RatedMovies(movies, ratings, ids.length, newest == null ? null : newest.toInstant());
    }

    private static Map<Long, RatedMovies> many(RowSet<Row> rows) {
        Map<Long, RatedMovies> byUser = new HashMap<>();
        long[] movies = new long[rows.size()];
        float[] ratings = new float[rows.size()];
        int size = 0;
        RowIterator<Row> next = rows.iterator();
        Row row = next.hasNext() ? next.next() : null;
        while (row != null) {
            long user = row.getLong(0);
            movies[size] = row.getLong(1);
            ratings[size++] = row.getFloat(2);
            row = next.hasNext() ? next.next() : null;
            if (row == null || row.getLong(0) != user) {
                byUser.put(user, new RatedMovies(movies, ratings, size, null));
                size = 0;
            }
        }
        return byUser;
    }
}
