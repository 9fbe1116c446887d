package dev.marquee.cf.ratings;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Puts the ratings of the {@link StagingTable} in place and brings the summaries up to date. Everything is part of the
 * caller's transaction. Not thread-safe.
 */
final class ImportTransaction {
    private static final String RATERS = """
            create temporary table rater_import on commit drop as
              select user_id, count(*) as rating_count, sum(rating::float8) as rating_sum,
                max(rated_at) as last_rated_at
              from rating_import group by user_id""";
    private static final String MOVIES = """
            create temporary table rated_movie_import on commit drop as
              select movie_id, count(*) as rating_count, sum(rating::float8) as rating_sum
              from rating_import group by movie_id""";
    private static final String KNOW = """
            insert into rated_movie (movie_id) select * from unnest(?) on conflict (movie_id) do nothing""";

    private static final String[] REPLACE = {"drop table rating", "alter table rating_import rename to rating",
            "alter table rating add constraint rating_pkey primary key using index rating_import_pkey",
            "delete from rater", "insert into rater select * from rater_import",
            "update rated_movie set rating_count = 0, rating_sum = 0 where rating_count <> 0", """
                    insert into rated_movie select * from rated_movie_import on conflict (movie_id)
                      do update set rating_count = excluded.rating_count, rating_sum = excluded.rating_sum"""};

    // Rows that stay as they are leave no dead copy behind; the order of the index keeps the writes together.
    private static final String MERGE = """
            insert into rating as r (user_id, movie_id, rating, rated_at)
              select user_id, movie_id, rating, rated_at from rating_import order by user_id, movie_id
              on conflict (user_id, movie_id) do update set rating = excluded.rating, rated_at = excluded.rated_at
                where (r.rating, r.rated_at) is distinct from (excluded.rating, excluded.rated_at)""";
    private static final String[] SUM_UP = {"""
            insert into rater
              select user_id, count(*), sum(rating::float8), max(rated_at) from rating
                where user_id in (select user_id from rater_import) group by user_id
              on conflict (user_id) do update set rating_count = excluded.rating_count,
                rating_sum = excluded.rating_sum, last_rated_at = excluded.last_rated_at""", """
            insert into rated_movie
              select movie_id, count(*), sum(rating::float8) from rating
                where movie_id in (select movie_id from rated_movie_import) group by movie_id
              on conflict (movie_id) do update set rating_count = excluded.rating_count,
                rating_sum = excluded.rating_sum""", "drop table rating_import"};

    private final Connection connection;

    ImportTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Sums the new ratings up by user and by movie, before anybody has to wait for a lock. */
    void summarise() throws SQLException {
        // A created table may be filled by several processes at once; an insert may not.
        execute("analyze rating_import", RATERS, MOVIES, "analyze rater_import", "analyze rated_movie_import");
    }

    /** Keeps feedback waiting and the two kinds of putting in place apart. */
    boolean lockAndCheckEmpty() throws SQLException {
        boolean empty = isEmpty();
        // Readers wait only where their table is going to be replaced. The order of tables is that of all writers.
        execute("lock table rating in " + (empty ? "access exclusive" : "share row exclusive") + " mode",
                "lock table rater, rated_movie in share row exclusive mode");
        return empty && isEmpty();
    }

    private boolean isEmpty() throws SQLException {
        return number("select count(*) from (select from rating limit 1) any_row") == 0;
    }

    /** The movies that may be rated from now on, rated or not. */
    void know(long[] movieIds) throws SQLException {
        Long[] boxed = new Long[movieIds.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = movieIds[i];
        }
        Array ids = connection.createArrayOf("bigint", boxed);
        try (PreparedStatement statement = connection.prepareStatement(KNOW)) {
            statement.setArray(1, ids);
            statement.executeUpdate();
        } finally {
            ids.free();
        }
    }

    /** The staging table becomes the table of ratings, which was empty. */
    void replace() throws SQLException {
        execute(REPLACE);
    }

    /** New ratings are added; of those that are there already, the imported ones count. */
    void merge() throws SQLException {
        execute(MERGE);
        execute(SUM_UP);
        execute("analyze rating");
    }

    void analyzeSummaries() throws SQLException {
        execute("analyze rater", "analyze rated_movie");
    }

    /** The single number that a query answers with. */
    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
