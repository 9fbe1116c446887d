package dev.marquee.cf.ratings;

import static dev.marquee.cf.ratings.ConflictSql.same;

import dev.marquee.common.imports.ConflictRule;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Makes, beside the table of ratings, the one that is to take its place: all ratings that are there, and those of a
 * file. Nobody waits for it. It goes by users, half a million ratings at a time, so that it tells how far it is and can
 * be stopped. Not thread-safe.
 */
final class MergedTable {
    private static final int STEP_ROWS = 500_000;
    private static final String STARTS = """
            select min(user_id) from (
              select user_id, ((sum(n) over (order by user_id))::bigint - 1) / %d as step from (
                select user_id, sum(rating_count) as n from
                  (select user_id, rating_count from rater union all select user_id, rating_count from rater_import) both_of
                group by user_id) by_user) steps
            group by step order by 1""";

    private final ImportSql sql;
    private final ConflictRule rule;
    private final ImportSteps steps;

    MergedTable(ImportSql sql, ConflictRule rule, ImportSteps steps) {
        this.sql = sql;
        this.rule = rule;
        this.steps = steps;
    }

    /** Makes and fills the table {@code rating_next} and its primary key. */
    void make(ImportCounts counts) throws SQLException {
        sql.execute("create table rating_next (like rating including all excluding indexes)");
        List<Long> starts = sql.numbers(String.format(Locale.ROOT, STARTS, STEP_ROWS));
        for (int i = 0; i < starts.size(); i++) {
            steps.within(ImportSteps.Step.MERGE, i, starts.size());
            String range = (i == 0 ? "true" : "user_id >= " + starts.get(i))
                    + (i + 1 < starts.size() ? " and user_id < " + starts.get(i + 1) : "");
            sql.one(step(range), row -> counts.add(row, 1, 1));
        }
        steps.within(ImportSteps.Step.MERGE, starts.size(), starts.size());
        sql.execute("alter table rating_next add constraint rating_next_pkey primary key (user_id, movie_id)");
    }

    /** One statement, so that what it reads and the changes that it takes as read are of one snapshot. */
    private String step(String range) {
        return "with gone as (delete from rating_change where " + range + "), merged as materialized ("
                + "select coalesce(f.user_id, r.user_id) as user_id, coalesce(f.movie_id, r.movie_id) as movie_id,"
                + " f.user_id is not null as given, r.rating as was, r.rated_at as was_at, outcome.*"
                + " from (select * from rating where " + range + ") r full join (select * from " + StagingTable.NAME
                + " where " + range + ") f on " + same("f", "r") + " left join rating_deleted d on " + same("d", "f")
                + " cross join lateral (select " + ConflictSql.outcome(rule) + ") as outcome(stars, said_at)),"
                + " stored as (insert into rating_next (user_id, movie_id, rating, rated_at) select user_id, movie_id, stars, said_at"
                + " from merged where stars is not null order by user_id, movie_id)"
                + " select " + ImportCounts.columns("was", "was_at", "stars", "said_at") + " from merged";
    }
}
