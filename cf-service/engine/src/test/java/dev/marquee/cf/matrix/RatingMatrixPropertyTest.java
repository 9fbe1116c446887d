package dev.marquee.cf.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RatingMatrixPropertyTest {

    private record Row(long user, long movie, float rating, long seconds) {}

    @Test
    void bothFormsHoldExactlyWhatWasAddedInAnyOrder() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Row> rows = rows(random, random.nextInt(400));
            Collections.shuffle(rows, random);
            checkAgainst(rows, build(rows), "seed " + seed);
        }
    }

    private static void checkAgainst(List<Row> rows, RatingMatrix matrix, String where) {
        TreeMap<Long, TreeMap<Long, Row>> users = new TreeMap<>();
        TreeMap<Long, TreeMap<Long, Row>> movies = new TreeMap<>();
        for (Row row : rows) {
            users.computeIfAbsent(row.user, id -> new TreeMap<>()).put(row.movie, row);
            movies.computeIfAbsent(row.movie, id -> new TreeMap<>()).put(row.user, row);
        }
        assertEquals(rows.size(), matrix.size(), where);
        assertEquals(List.copyOf(users.keySet()), ids(matrix.users().ids()), where);
        assertEquals(List.copyOf(movies.keySet()), ids(matrix.movies().ids()), where);
        Csr byUser = matrix.byUser();
        int position = 0;
        for (Map.Entry<Long, TreeMap<Long, Row>> user : users.entrySet()) {
            for (Row row : user.getValue().values()) {
                assertEquals(row.movie, matrix.movies().idOf(byUser.index(position)), where);
                assertEquals(row.rating, byUser.value(position), where);
                assertEquals(row.seconds, matrix.epochSeconds(position), where);
                assertEquals(row.rating, matrix.rating(matrix.users().indexOf(user.getKey()), byUser.index(position)),
                        where);
                position++;
            }
            assertEquals(position, byUser.end(matrix.users().indexOf(user.getKey())), where);
        }
        Csr byMovie = matrix.byMovie();
        int next = 0;
        for (TreeMap<Long, Row> movie : movies.values()) {
            for (Row row : movie.values()) {
                assertEquals(row.user, matrix.users().idOf(byMovie.index(next)), where);
                assertEquals(row.rating, byMovie.value(next++), where);
            }
        }
        assertEquals(rows.stream().mapToDouble(Row::rating).average().orElse(0), matrix.mean(), 1e-9, where);
        assertEquals(rows.stream().mapToDouble(Row::rating).min().orElse(Double.POSITIVE_INFINITY), matrix.minRating());
        assertEquals(rows.stream().mapToDouble(Row::rating).max().orElse(Double.NEGATIVE_INFINITY), matrix.maxRating());
    }

    @Test
    void aLargeMatrixOverSeveralChunksIsTheSame() {
        // More than one chunk of the builder, and ids beyond 32 bits.
        RatingMatrixBuilder builder = RatingMatrix.builder();
        int users = 700;
        int movies = 1000;
        for (int movie = movies - 1; movie >= 0; movie--) {
            for (int user = 0; user < users; user++) {
                builder.add(user * 10_000_000_000L, movie + 5L, (user * 31 + movie) % 10 / 2f, 0);
            }
        }
        RatingMatrix matrix = builder.build();
        assertEquals(users * movies, matrix.size());
        assertFalse(matrix.hasTimes());
        for (int user = 0; user < users; user += 13) {
            assertEquals(movies, matrix.byUser().length(user));
            for (int movie = 0; movie < movies; movie++) {
                assertEquals((user * 31 + movie) % 10 / 2f, matrix.rating(user, movie));
            }
        }
    }

    @Test
    void secondsAfter2038AreKept() {
        RatingMatrix matrix = RatingMatrix.builder().add(1, 1, 4, 3_000_000_000L).build();
        assertEquals(3_000_000_000L, matrix.epochSeconds(0));
    }

    @Test
    void aSecondRatingOfTheSameMovieIsRefusedByName() {
        RatingMatrixBuilder builder = RatingMatrix.builder().add(12, 34, 4, 0).add(12, 35, 4, 0).add(12, 34, 3, 9);
        String message = assertThrows(DataRejected.class, builder::build).getMessage();
        assertTrue(message.contains("12") && message.contains("34"), message);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (float rating : new float[]{Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            RatingMatrixBuilder builder = RatingMatrix.builder();
            assertThrows(DataRejected.class, () -> builder.add(1, 2, rating, 0));
        }
    }

    @Test
    void timesThatDoNotFitAreRefused() {
        long last = 0xffff_ffffL;
        assertEquals(last, RatingMatrix.builder().add(1, 2, 3, last).build().epochSeconds(0));
        for (long seconds : new long[]{last + 1, -1, 1_500_000_000_000L, Long.MIN_VALUE}) {
            RatingMatrixBuilder builder = RatingMatrix.builder();
            String message = assertThrows(DataRejected.class, () -> builder.add(12, 34, 3, seconds)).getMessage();
            assertTrue(message.contains("34 by user 12") && message.contains("" + seconds), message);
        }
    }

    @Test
    void buildingAndDividingEndWhenTheCallerWishes() {
        RatingMatrix whole = build(rows(new Random(1), 300));
        for (int calls = 1; calls < 40; calls += 3) {
            Runnable first = cancelledAfter(calls);
            Runnable second = cancelledAfter(calls);
            assertThrows(CancellationException.class, () -> builder(rows(new Random(1), 300)).build(first));
            assertThrows(CancellationException.class, () -> Split.random(whole, 0.1, 1, second));
        }
    }

    private static Runnable cancelledAfter(int calls) {
        AtomicInteger left = new AtomicInteger(calls);
        return () -> {
            if (left.decrementAndGet() == 0) {
                throw new CancellationException();
            }
        };
    }

    @Test
    void nothingGivesAnEmptyMatrix() {
        RatingMatrix matrix = RatingMatrix.builder().build();
        assertEquals(0, matrix.size());
        assertEquals(0, matrix.users().size());
        assertEquals(0, matrix.mean());
    }

    private static RatingMatrix build(List<Row> rows) {
        return builder(rows).build();
    }

    private static RatingMatrixBuilder builder(List<Row> rows) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        rows.forEach(row -> builder.add(row.user, row.movie, row.rating, row.seconds));
        return builder;
    }

    private static List<Long> ids(long[] ids) {
        List<Long> list = new ArrayList<>();
        for (long id : ids) {
            list.add(id);
        }
        return list;
    }

    private static List<Row> rows(Random random, int size) {
        TreeMap<String, Row> rows = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            Row row = new Row(random.nextInt(40) - 5L, random.nextInt(30) * 1_000_000_007L,
                    (1 + random.nextInt(10)) / 2f, random.nextInt(2_000_000_000));
            rows.put(row.user + "/" + row.movie, row);
        }
        return new ArrayList<>(rows.values());
    }
}
