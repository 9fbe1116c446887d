package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.ratings.ConflictOracle.Pair;
import dev.marquee.cf.ratings.ConflictOracle.Said;
import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files come among ratings that people gave and took back, before the import and while it runs, in the small way and in
 * the large one: it always comes to what the rule says of what was there last.
 */
class ImportConflictTest extends RatingImportFixture {
    private static final List<String> PHASES = List.of("ratings.csv", "index", "summaries", "merging",
            "putting in place");
    private static final String SUMMARIES = """
            ; delete from rater where user_id = %1$d;
            insert into rater select user_id, count(*), sum(rating::float8), max(rated_at) from rating where user_id = %1$d
              group by user_id;
            insert into rated_movie select %2$d, count(*), coalesce(sum(rating::float8), 0) from rating where movie_id = %2$d
              on conflict (movie_id) do update set rating_count = excluded.rating_count, rating_sum = excluded.rating_sum""";

    private final ConflictOracle oracle = new ConflictOracle();

    private static String time(long seconds) {
        return seconds == 0 ? "null" : "to_timestamp(" + seconds + ")";
    }

    private void put(Pair pair, Said said) {
        oracle.put(pair, said);
        change(pair,
                String.format(Locale.ROOT, "insert into rating values (%d, %d, %s, %s) on conflict (user_id, movie_id)"
                        + " do update set rating = excluded.rating, rated_at = excluded.rated_at", pair.user(),
                        pair.movie(),
                        said.stars(), time(said.time())));
    }

    private void delete(Pair pair, long now) {
        oracle.delete(pair, now);
        change(pair, String.format(Locale.ROOT, """
                insert into rating_deleted select user_id, movie_id, greatest(%s, rated_at) from rating
                  where user_id = %d and movie_id = %d
                  on conflict (user_id, movie_id) do update set deleted_at = excluded.deleted_at;
                delete from rating where user_id = %2$d and movie_id = %3$d""", time(now), pair.user(), pair.movie()));
    }

    private static void change(Pair pair, String sql) {
        DATABASE.execute(
                "begin; " + sql + String.format(Locale.ROOT, SUMMARIES, pair.user(), pair.movie()) + "; commit");
    }

    private static Said anything(Random random) {
        return new Said(0.5 + random.nextInt(10) / 2.0, random.nextInt(8) == 0 ? 0 : 100 + random.nextInt(20));
    }

    private static Pair anyPair(Random random) {
        return new Pair(1 + random.nextInt(6), 1 + random.nextInt(3));
    }

    private void live(Random random, int changes) {
        for (int i = 0; i < changes; i++) {
            Pair pair = anyPair(random);
            if (random.nextInt(3) == 0 && oracle.ratings.containsKey(pair)) {
                delete(pair, 100 + random.nextInt(20));
            } else {
                put(pair, anything(random));
            }
        }
    }

    private Map<Pair, Said> write(Random random) throws IOException {
        Map<Pair, Said> file = new TreeMap<>();
        int rows = 1 + random.nextInt(12);
        for (int i = 0; i < rows; i++) {
            file.put(anyPair(random), anything(random));
        }
        StringBuilder text = new StringBuilder(HEADER);
        List<Map.Entry<Pair, Said>> lines = new ArrayList<>(file.entrySet());
        Collections.shuffle(lines, random);
        lines.forEach(line -> text.append(line.getKey().user()).append(',').append(line.getKey().movie()).append(',')
                .append(line.getValue().stars()).append(',').append(line.getValue().time()).append('\n'));
        Files.writeString(folder.resolve("ratings.csv"), text);
        return file;
    }

    /** The first phases of which {@code wanted} is one: it does something there once. */
    private static IngestProgress at(Set<String> wanted, Runnable action) {
        Set<String> done = new HashSet<>();
        return (phase, rows, read, total) -> {
            if (wanted.contains(phase) && done.add(phase)) {
                action.run();
            }
        };
    }

    private void assertTables() {
        List<String> expected = new ArrayList<>();
        oracle.ratings.forEach((pair, said) -> expected.add(pair.user() + " " + pair.movie() + " "
                + (said.stars() % 1 == 0 ? Long.toString((long) said.stars()) : Double.toString(said.stars())) + " "
                + (said.time() == 0 ? "null" : said.time())));
        assertEquals(expected, DATABASE.rows(ALL));
        assertEquals(
                DATABASE.rows("select user_id, count(*), sum(rating::float8), extract(epoch from max(rated_at))::bigint"
                        + " from rating group by 1 order by 1"),
                DATABASE.rows(RATERS));
        assertEquals(DATABASE.rows("select m.movie_id, count(r.rating), coalesce(sum(r.rating::float8), 0)"
                + " from rated_movie m left join rating r on r.movie_id = m.movie_id group by 1 order by 1"),
                DATABASE.rows(MOVIES));
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource({"NEWER, 0", "NEWER, 100", "FILE, 0", "FILE, 100", "KEEP, 0", "KEEP, 100"})
    void whatWasSaidLastIsDecidedByTheRule(ConflictRule rule, int small) throws IOException {
        for (int seed = 1; seed <= 25; seed++) {
            tables();
            oracle.ratings.clear();
            oracle.deletions.clear();
            oracle.added = oracle.replaced = oracle.kept = oracle.deleted = 0;
            Random random = new Random(seed);
            live(random, random.nextInt(4) == 0 ? 0 : random.nextInt(15));
            if (random.nextInt(4) == 0) {
                List.copyOf(oracle.ratings.keySet()).forEach(pair -> delete(pair, 110));
            }
            Map<Pair, Said> file = write(random);
            Set<String> busy = new HashSet<>(PHASES);
            busy.removeIf(phase -> random.nextBoolean());
            Map<String, Long> counts = new BulkRatingImport(DATABASE.source(), small).run(DatasetFolder.detect(folder),
                    rule, fail, at(busy, () -> live(random, 4)));
            oracle.importFile(file, rule);
            assertTables();
            long users = file.keySet().stream().map(Pair::user).distinct().count();
            assertEquals(counts(file.size(), users, 3, oracle.added, oracle.replaced, oracle.kept, oracle.deleted),
                    counts,
                    rule + " " + small + " " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"NEWER, 0", "NEWER, 100", "FILE, 0", "FILE, 100", "KEEP, 0", "KEEP, 100"})
    void aDeletionIsRememberedWhereNothingElseIsThere(ConflictRule rule, int small) throws IOException {
        Pair pair = new Pair(1, 1);
        put(pair, new Said(4, 500));
        delete(pair, 600);
        Files.writeString(folder.resolve("ratings.csv"), HEADER + "1,1,4,500\n");
        Map<String, Long> counts = new BulkRatingImport(DATABASE.source(), small).run(DatasetFolder.detect(folder),
                rule, fail,
                IngestProgress.NONE);
        assertEquals(counts(1, 1, 3, rule == ConflictRule.FILE ? 1 : 0, 0, 0, rule == ConflictRule.FILE ? 0 : 1),
                counts);
        oracle.importFile(Map.of(pair, new Said(4, 500)), rule);
        assertTables();
    }

    /** Somebody else has a table that is to be renamed, until the swap has been tried in vain. */
    @Test
    void countsAreThoseOfTheTryThatTookEffect() throws Exception {
        Files.writeString(folder.resolve("ratings.csv"), HEADER + "1,1,4,500\n2,1,4,500\n");
        try (Connection other = DATABASE.source().getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            CompletableFuture<Void> letGo = new CompletableFuture<>();
            Map<String, Long> counts = new BulkRatingImport(DATABASE.source(), 0).run(DatasetFolder.detect(folder),
                    ConflictRule.NEWER, fail, at(Set.of("putting in place"), () -> {
                        put(new Pair(1, 1), new Said(2, 900));
                        lock(statement);
                        letGo.completeAsync(() -> unlock(other),
                                CompletableFuture.delayedExecutor(900, TimeUnit.MILLISECONDS));
                    }));
            letGo.get();
            assertEquals(counts(2, 2, 3, 1, 0, 1, 0), counts);
        }
        oracle.put(new Pair(2, 1), new Said(4, 500));
        assertTables();
    }

    private static void lock(Statement statement) {
        try {
            statement.execute("lock table rating_next in access share mode");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Void unlock(Connection connection) {
        try {
            connection.rollback();
            return null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0, false", "100, true", "100, false"})
    void whateverEndsAnImportLeavesEverythingAsItWas(int small, boolean killed) throws IOException {
        live(new Random(5), 30);
        write(new Random(6));
        for (String phase : PHASES) {
            if (small > 0 && phase.equals("merging")) {
                continue;
            }
            boolean[] reached = new boolean[1];
            IngestProgress progress = new IngestProgress() {
                @Override
                public void report(String name, long rows, long done, long total) {
                    if (name.equals(phase) && !reached[0]) {
                        reached[0] = true;
                        if (killed) {
                            DATABASE.execute(
                                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
                        }
                    }
                }

                @Override
                public boolean cancelled() {
                    return reached[0] && !killed;
                }
            };
            IllegalStateException end = assertThrows(IllegalStateException.class,
                    () -> new BulkRatingImport(DATABASE.source(), small).run(DatasetFolder.detect(folder),
                            ConflictRule.FILE,
                            fail, progress),
                    phase);
            assertEquals(killed, !(end instanceof CancellationException), phase);
            assertTrue(reached[0], phase);
            assertTables();
        }
    }

    /** As if the process had been killed when everything was ready. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theNextStartOrImportClearsWhatAKilledOneLeft(boolean start) throws IOException {
        live(new Random(7), 20);
        DATABASE.execute("create table rating_next (like rating); create table rater_next (like rater);"
                + " create table rating_import (like rating); create table rated_movie_old (like rated_movie);"
                + " create trigger rating_changed after insert or update or delete on rating for each row execute function"
                + " rating_changed()");
        live(new Random(8), 5);
        if (start) {
            new BulkRatingImport(DATABASE.source()).clearLeft();
        } else {
            oracle.importFile(write(new Random(9)), ConflictRule.KEEP);
            new BulkRatingImport(DATABASE.source(), 0).run(DatasetFolder.detect(folder), ConflictRule.KEEP, fail,
                    IngestProgress.NONE);
        }
        assertTables();
    }
}
