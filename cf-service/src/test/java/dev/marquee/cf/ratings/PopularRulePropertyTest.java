package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.postgres.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Popular movies as the database orders them, against a plain count. */
class PopularRulePropertyTest {
    private static final long DAY = 86_400;
    private static final long FIRST = 1_000_000_000;

    @RegisterExtension
    static final RatingDatabase DATABASE = new RatingDatabase();

    private record Given(long user, long movie, double stars, long seconds) {}

    private record Score(long movie, long ratings, double score) {}

    @Test
    void moviesComeAsAPlainCountHasThem() {
        PopularWindowReader reader = new PopularWindowReader(DATABASE.source());
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<Given> ratings = store(random);
            PopularRule rule = new PopularRule(seed % 2 == 0 ? PopularBy.COUNT : PopularBy.RATING,
                    random.nextInt(0, 30),
                    random.nextInt(4) + 0.5);
            String what = "seed " + seed + ", " + rule;
            assertEquals(expected(ratings, rule), scores(Sql.rows(DATABASE.source(), row -> new PopularMovie(
                    row.getLong(1), row.getLong(2), row.getDouble(3), row.getDouble(4)),
                    rule.sql(RatingRepository.RATED))), what);
            long newest = ratings.stream().mapToLong(Given::seconds).max().orElseThrow();
            for (int days : new int[]{1, 3, 20, 36_500}) {
                PopularWindow window = reader.read(rule, days);
                long since = newest - days * DAY;
                assertEquals(Instant.ofEpochSecond(since), window.since(), what);
                assertEquals(expected(ratings.stream().filter(one -> one.seconds() > since && one.seconds() != 0)
                        .toList(), rule), scores(window.movies()), what + ", days " + days);
            }
        }
    }

    @Test
    void withoutTimesThereAreNoDays() {
        DATABASE.recreate();
        DATABASE.execute("insert into rating values (1, 1, 4, null); insert into rater values (1, 1, 4, null)");
        PopularWindow window = new PopularWindowReader(DATABASE.source()).read(new PopularRule(PopularBy.COUNT, 25, 3),
                7);
        assertNull(window.since());
        assertEquals(List.of(), window.movies());
    }

    /** Of 20,000 ratings 100 are enough for a list. */
    @Test
    void aFewLiveRatingsDoNotEmptyTheListOfOldDataAndMoreMakeTheirOwn() {
        PopularWindowReader reader = new PopularWindowReader(DATABASE.source());
        PopularRule rule = new PopularRule(PopularBy.COUNT, 25, 3);
        DATABASE.recreate();
        DATABASE.execute("""
                insert into rating select u, m, 4, to_timestamp(1000000000) + (u - 1) * interval '1 day'
                  from generate_series(1, 200) u, generate_series(1, 100) m""");
        summarise();
        PopularWindow old = reader.read(rule, 10);
        assertNull(old.tooFew());
        assertEquals(List.of(100, 10L), List.of(old.movies().size(), old.movies().getFirst().ratings()));

        live(10);
        PopularWindow further = reader.read(rule, 10);
        assertEquals(10L, further.tooFew());
        // The hundredth newest is of the last old day, which is one of the ten then.
        assertEquals(old.since(), further.since());
        assertEquals(110, further.movies().size());
        assertEquals(old.movies().getFirst(), further.movies().getFirst());

        live(100);
        PopularWindow own = reader.read(rule, 10);
        assertNull(own.tooFew());
        assertEquals(100, own.movies().size());
        assertTrue(own.movies().stream().allMatch(movie -> movie.movieId() > 1000));
    }

    /** Where all that have a time are looked at, there is nothing further back. */
    @Test
    void whatHasNoTimeIsNoReasonToGoFurtherBack() {
        DATABASE.recreate();
        DATABASE.execute("""
                insert into rating select 1, m, 4, case when m = 1 then to_timestamp(1000000000) end
                  from generate_series(1, 1000) m""");
        summarise();
        PopularWindow window = new PopularWindowReader(DATABASE.source()).read(new PopularRule(PopularBy.COUNT, 25, 3),
                36_500);
        assertEquals(1, window.movies().size());
        assertNull(window.tooFew());
    }

    /** So many ratings by one user, years after all others. */
    private static void live(int ratings) {
        DATABASE.execute("delete from rating where user_id = 1000; insert into rating select 1000, 1000 + m, 5,"
                + " timestamptz '2026-01-01 00:00Z' + m * interval '1 minute' from generate_series(1, " + ratings
                + ") m");
        summarise();
    }

    private static void summarise() {
        DATABASE.execute("""
                delete from rater;
                insert into rater select user_id, count(*), sum(rating), max(rated_at) from rating group by user_id""");
    }

    /** Some without a time: seconds 0. */
    private static List<Given> store(Random random) {
        Map<String, Given> ratings = new HashMap<>();
        for (int i = random.nextInt(2, 300); i > 0; i--) {
            long user = random.nextInt(1, 30);
            long movie = random.nextInt(1, 40);
            // Whole days among them, so that some are just as old as the window.
            long seconds = random.nextInt(6) == 0 ? 0 : FIRST + random.nextInt(60) * DAY / 2;
            ratings.put(user + " " + movie, new Given(user, movie, random.nextInt(1, 11) / 2.0, seconds));
        }
        ratings.put("99 1", new Given(99, 1, 4, FIRST));
        DATABASE.recreate();
        ratings.values().forEach(one -> DATABASE.execute("insert into rating values (" + one.user() + ", " + one.movie()
                + ", " + one.stars() + ", " + (one.seconds() == 0 ? "null" : "to_timestamp(" + one.seconds() + ")")
                + ")"));
        DATABASE.execute("""
                insert into rater select user_id, count(*), sum(rating), max(rated_at) from rating group by user_id;
                insert into rated_movie select movie_id, count(*), sum(rating) from rating group by movie_id;
                insert into rated_movie values (1000, 0, 0)""");
        return List.copyOf(ratings.values());
    }

    private static List<Score> expected(List<Given> ratings, PopularRule rule) {
        double mean = Math.min(rule.ordinary(), ratings.stream().mapToDouble(Given::stars).average().orElse(0));
        Map<Long, List<Given>> byMovie = new HashMap<>();
        ratings.forEach(one -> byMovie.computeIfAbsent(one.movie(), key -> new ArrayList<>()).add(one));
        return byMovie.entrySet().stream().map(entry -> {
            int count = entry.getValue().size();
            double damped = (entry.getValue().stream().mapToDouble(Given::stars).sum() + rule.damping() * mean)
                    / (count + rule.damping());
            return new Score(entry.getKey(), count,
                    Math.rint(1e6 * (rule.by() == PopularBy.COUNT ? count * damped * damped : damped)));
        }).sorted(Comparator.comparingDouble(Score::score).thenComparingLong(Score::ratings).reversed()
                .thenComparingLong(Score::movie)).toList();
    }

    private static List<Score> scores(List<PopularMovie> movies) {
        return movies.stream().map(movie -> new Score(movie.movieId(), movie.ratings(),
                Math.rint(1e6 * movie.score()))).toList();
    }
}
