package dev.marquee.cf.ratings;

import static dev.marquee.cf.ratings.ConflictSql.same;

import dev.marquee.common.imports.ConflictRule;
import java.sql.SQLException;

/**
 * Single ratings that are decided one by one: those of a small file, and those that people changed while a large one
 * was prepared. They are put into a table together with its summaries, by difference. Transactions are the caller's.
 * Not thread-safe.
 */
final class ChangedRatings {
    static final String DECIDED = "rating_decided";
    // "was" is what was there when the rating was decided before, "now" what is there now; "before" and "after" are of the table that
    // is written.
    private static final String CREATE = "create temporary table if not exists " + DECIDED + """
            (user_id bigint, movie_id bigint, given boolean, was real, was_at timestamptz, now real, now_at timestamptz,
             before real, before_at timestamptz, after real, after_at timestamptz) on commit delete rows""";
    private static final String DIFFERENT = " (before, before_at) is distinct from (after, after_at) ";

    private final ImportSql sql;
    private final String outcome;

    ChangedRatings(ImportSql sql, ConflictRule rule) {
        this.sql = sql;
        this.outcome = ConflictSql.outcome(rule);
    }

    /** The names of a table of ratings and its summaries. */
    record Tables(String ratings, String raters, String movies) {
        static final Tables LIVE = new Tables("rating", "rater", "rated_movie");
        static final Tables NEXT = new Tables("rating_next", "rater_next", "rated_movie_next");
    }

    /** Puts a small file's ratings among those that are there. The caller keeps other writers away. */
    void mergeInPlace(ImportCounts counts) throws SQLException {
        sql.execute(CREATE, "insert into " + DECIDED + " select f.user_id, f.movie_id, true, r.rating, r.rated_at,"
                + " r.rating, r.rated_at, r.rating, r.rated_at, " + outcome + " from " + StagingTable.NAME + " f"
                + " left join rating r on " + same("r", "f") + " left join rating_deleted d on " + same("d", "f"));
        sql.one("select " + ImportCounts.columns("now", "now_at", "after", "after_at") + " from " + DECIDED,
                row -> counts.add(row, 1, 1));
        write(Tables.LIVE);
    }

    /**
     * Brings the tables that are to take the place of the others up to date with what people changed. What a change was
     * logged of and what is read of it is one snapshot: what comes later is logged anew.
     *
     * @param file table with the file's ratings
     * @return how many ratings were changed
     */
    long catchUp(String file, ImportCounts counts) throws SQLException {
        sql.execute(CREATE, "with gone as (delete from rating_change returning id, user_id, movie_id, was, was_at),"
                + " c as (select distinct on (user_id, movie_id) * from gone order by user_id, movie_id, id)"
                + " insert into " + DECIDED + " select c.user_id, c.movie_id, f.user_id is not null, c.was, c.was_at,"
                + " r.rating, r.rated_at, n.rating, n.rated_at, " + outcome + " from c"
                + " left join rating r on " + same("r", "c") + " left join " + file + " f on " + same("f", "c")
                + " left join rating_deleted d on " + same("d", "c") + " left join rating_next n on "
                + same("n", "c"));
        long changed = sql.one("select count(*), " + ImportCounts.columns("was", "was_at", "before", "before_at") + ", "
                + ImportCounts.columns("now", "now_at", "after", "after_at") + " from " + DECIDED, row -> {
                    counts.add(row, 2, -1).add(row, 6, 1);
                    return row.getLong(1);
                });
        if (changed > 0) {
            write(Tables.NEXT);
        }
        return changed;
    }

    private void write(Tables tables) throws SQLException {
        String changed = " from " + DECIDED + " where " + DIFFERENT;
        sql.execute("analyze " + DECIDED,
                "insert into " + tables.ratings() + " (user_id, movie_id, rating, rated_at)"
                        + " select user_id, movie_id, after, after_at" + changed + "and after is not null order by 1, 2"
                        + " on conflict (user_id, movie_id) do update set rating = excluded.rating,"
                        + " rated_at = excluded.rated_at",
                "delete from " + tables.ratings() + " n using " + DECIDED + " c where " + same("n", "c")
                        + " and c.after is null",
                "delete from " + tables.raters() + " where user_id in (select user_id" + changed + ")",
                "insert into " + tables.raters() + " select user_id, count(*), sum(rating::float8), max(rated_at) from "
                        + tables.ratings() + " where user_id in (select user_id" + changed + ") group by user_id",
                "insert into " + tables.movies() + " as m select movie_id,"
                        + " sum((after is not null)::int - (before is not null)::int),"
                        + " sum(coalesce(after::float8, 0) - coalesce(before::float8, 0))" + changed
                        + "group by movie_id order by movie_id on conflict (movie_id) do update set"
                        + " rating_count = m.rating_count + excluded.rating_count,"
                        + " rating_sum = m.rating_sum + excluded.rating_sum");
    }
}
