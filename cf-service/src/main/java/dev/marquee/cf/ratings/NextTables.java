package dev.marquee.cf.ratings;

import dev.marquee.common.id.LongSet;
import dev.marquee.common.imports.ConflictRule;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ratings of the {@link StagingTable} in place. A small file goes among the ratings in one short transaction.
 * For a large one, tables are made beside those that are there, and take their place in another short transaction, with
 * what people changed meanwhile. Until that is committed nothing has changed. Not thread-safe.
 */
final class NextTables {
    /** So many keep writers waiting for some hundred milliseconds at most; see ImportLoadBenchmark. */
    static final int SMALL = 5_000;
    /** So few changes are caught up with while everybody waits. */
    private static final int FEW = 200;

    private static final String RATERS = """
            create temporary table rater_import on commit drop as
              select user_id, count(*) as rating_count, sum(rating::float8) as rating_sum,
                max(rated_at) as last_rated_at
              from rating_import group by user_id""";
    private static final String RATERS_NEXT = """
            insert into rater_next select user_id, count(*), sum(rating::float8), max(rated_at)
              from rating_next group by user_id""";
    private static final String MOVIES_NEXT = """
            insert into rated_movie_next select movie_id, count(*), sum(rating::float8) from rating_next group by movie_id""";
    private static final String KNOWN = """
            insert into rated_movie_next (movie_id) select movie_id from rated_movie
              where not exists (select from rated_movie_next n where n.movie_id = rated_movie.movie_id)""";
    private static final String KNOW = " (movie_id) select * from unnest(?) on conflict (movie_id) do nothing";
    private static final String[] CREATE_SUMMARIES = {
            "create table rater_next (like rater including all excluding indexes)",
            "create table rated_movie_next (like rated_movie including all excluding indexes)"};
    private static final String[] INDEX_SUMMARIES = {
            "alter table rater_next add constraint rater_next_pkey primary key (user_id)",
            "alter table rated_movie_next add constraint rated_movie_next_pkey primary key (movie_id)",
            "create index rated_movie_next_by_count on rated_movie_next (rating_count desc, movie_id)"};
    // All that is renamed, so that nothing else has to be waited for then; others wait from the second on.
    private static final String[] LOCK = {
            "lock table rating_next, rater_next, rated_movie_next in access exclusive mode",
            "lock table rating in access exclusive mode", "lock table rater, rated_movie in access exclusive mode"};
    private static final String[] SWAP = {"alter table rating rename to rating_old",
            "alter table rating_old rename constraint rating_pkey to rating_old_pkey",
            "alter table rating_next rename to rating",
            "alter table rating rename constraint rating_next_pkey to rating_pkey",
            "alter table rater rename to rater_old",
            "alter table rater_old rename constraint rater_pkey to rater_old_pkey",
            "alter table rater_next rename to rater",
            "alter table rater rename constraint rater_next_pkey to rater_pkey",
            "alter table rated_movie rename to rated_movie_old",
            "alter table rated_movie_old rename constraint rated_movie_pkey to rated_movie_old_pkey",
            "alter index rated_movie_by_count rename to rated_movie_old_by_count",
            "alter table rated_movie_next rename to rated_movie",
            "alter table rated_movie rename constraint rated_movie_next_pkey to rated_movie_pkey",
            "alter index rated_movie_next_by_count rename to rated_movie_by_count"};

    private final ImportSql sql;
    private final ConflictRule rule;
    private final ImportSteps steps;
    private final int small;
    private ImportCounts counts = new ImportCounts();
    private final ChangedRatings changed;

    /** @param small how many ratings of a file are put among the others at once */
    NextTables(ImportSql sql, ConflictRule rule, ImportSteps steps, int small) {
        this.small = small;
        this.sql = sql;
        this.rule = rule;
        this.steps = steps;
        this.changed = new ChangedRatings(sql, rule);
    }

    /** Whether nobody has said anything. All that comes after it is told by the trigger. */
    private boolean isEmpty() throws SQLException {
        return sql.isTrue("not exists (select from rating) and not exists (select from rating_deleted)");
    }

    /** @return how many users there are in the staging table */
    long summarise() throws SQLException {
        sql.execute("analyze " + StagingTable.NAME, RATERS, "analyze rater_import");
        return sql.number("select count(*) from rater_import");
    }

    /** Ends the transaction that the staging table is made in, and has put the ratings in place then. */
    ImportCounts put(long rows, @Nullable LongSet movies) throws SQLException {
        boolean empty = isEmpty();
        if (!empty && rows <= small) {
            putInPlace(movies);
        } else {
            prepare(empty, rows, movies);
            swap(empty ? "rating_next" : StagingTable.NAME);
        }
        return counts;
    }

    private void putInPlace(@Nullable LongSet movies) throws SQLException {
        steps.begin(ImportSteps.Step.IN_PLACE);
        sql.connection().commit();
        PatientLock.run(sql, () -> {
            sql.execute("lock table rating in share row exclusive mode");
            if (movies != null) {
                sql.withIds("insert into rated_movie" + KNOW, movies.toArray());
            }
            counts = new ImportCounts();
            changed.mergeInPlace(counts);
            steps.begin(ImportSteps.Step.COMMIT);
        }, steps::check);
    }

    private void prepare(boolean empty, long rows, @Nullable LongSet movies) throws SQLException {
        steps.begin(ImportSteps.Step.MERGE);
        if (empty) {
            sql.execute("alter table " + StagingTable.NAME + " rename to rating_next",
                    "alter table rating_next add constraint rating_next_pkey primary key using index "
                            + StagingTable.INDEX);
            counts.addAll(rows);
        } else {
            new MergedTable(sql, rule, steps).make(counts);
        }
        sql.execute("analyze rating_next");
        sql.execute(CREATE_SUMMARIES);
        sql.execute(empty ? "insert into rater_next select * from rater_import" : RATERS_NEXT, MOVIES_NEXT);
        sql.execute(INDEX_SUMMARIES);
        if (movies != null) {
            sql.withIds("insert into rated_movie_next" + KNOW, movies.toArray());
        }
        sql.execute(KNOWN, "analyze rater_next, rated_movie_next");
        // What is large becomes durable here, where nobody waits for it.
        sql.connection().commit();
    }

    private void swap(String file) throws SQLException {
        steps.begin(ImportSteps.Step.IN_PLACE);
        boolean once = !file.equals(StagingTable.NAME); // what the file said of a rating is gone when that is decided
        PatientLock.Work catchUp = () -> {
            steps.check();
            while (!once && changed.catchUp(file, counts) > FEW) {
                sql.connection().commit();
            }
            sql.connection().commit();
        };
        catchUp.run();
        ImportCounts[] last = new ImportCounts[1]; // of the try that is committed
        PatientLock.run(sql, () -> {
            sql.execute(LOCK);
            last[0] = counts.copy();
            changed.catchUp(file, last[0]);
            sql.execute(KNOWN);
            sql.execute(SWAP);
            steps.begin(ImportSteps.Step.COMMIT);
        }, catchUp);
        counts = last[0];
    }
}
