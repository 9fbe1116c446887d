package dev.marquee.cf.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.InvalidRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewcomersPropertyTest {
    private static final int MANY = 1000;

    /** Users 1 to 60, of whom some have a single rating. */
    private static RatingMatrix ratings(long seed) {
        Random random = new Random(seed);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= 60; user++) {
            int count = user % 5 == 0 ? 1 : 2 + random.nextInt(20);
            int of = user;
            random.ints(1, 80).distinct().limit(count)
                    .forEach(movie -> builder.add(of, 10L * movie, 1 + random.nextInt(5), 1000 + random.nextInt(9)));
        }
        return builder.build();
    }

    @Test
    void theTrainingKnowsNoNewcomerAndAllRatingsOfTheOthers() {
        for (long seed = 0; seed < 20; seed++) {
            RatingMatrix all = ratings(seed);
            Newcomers divided = Newcomers.of(all, 0.3, seed);
            String where = "seed " + seed;
            assertTrue(divided.newcomers().users().size() > 5 && divided.train().users().size() > 20, where);
            for (long user : divided.newcomers().users().ids()) {
                assertFalse(divided.train().users().contains(user), where);
            }
            Set<String> parts = cells(divided.train());
            assertTrue(parts.addAll(cells(divided.newcomers())), where);
            assertEquals(cells(all), parts, where);
            assertEquals(all.size(), divided.train().size() + divided.newcomers().size(), where);
            assertEquals(List.of(all.movies().size(), all.movies().size()),
                    List.of(divided.train().movies().size(), divided.newcomers().movies().size()), where);
        }
    }

    @Test
    void whatIsToldAndWhatIsTestedAreAllRatingsOnce() {
        for (long seed = 0; seed < 20; seed++) {
            Newcomers divided = Newcomers.of(ratings(seed), 0.3, seed);
            Set<String> toldBefore = new HashSet<>();
            for (int count : new int[]{0, 1, 2, 3, 5, MANY}) {
                Split split = divided.told(count, seed);
                Set<String> told = cells(split.train());
                String where = "seed " + seed + ", told " + count;
                assertTrue(told.containsAll(toldBefore), where);
                toldBefore = told;
                assertEquals(divided.newcomers().size(), told.size() + split.heldOut().size(), where);
                Csr byUser = divided.newcomers().byUser();
                for (int user = 0; user < byUser.rows(); user++) {
                    assertEquals(Math.min(count, byUser.length(user)), split.train().byUser().length(user), where);
                }
                for (int i = 0; i < split.heldOut().size(); i++) {
                    int user = split.heldOut().user(i);
                    int movie = split.heldOut().movie(i);
                    assertEquals(divided.newcomers().rating(user, movie), split.heldOut().rating(i), where);
                    assertTrue(split.train().byUser().find(user, movie) < 0, where);
                }
            }
        }
    }

    @Test
    void whatIsToldDependsOnTheSeedAndOnNothingElseOfTheOtherUsers() {
        RatingMatrix all = ratings(1);
        Newcomers divided = Newcomers.of(all, 0.3, 1);
        assertEquals(cells(divided.told(3, 1).train()), cells(Newcomers.of(all, 0.3, 1).told(3, 1).train()));
        assertNotEquals(cells(divided.told(3, 1).train()), cells(divided.told(3, 2).train()));
        assertNotEquals(cells(divided.newcomers()), cells(Newcomers.of(all, 0.3, 2).newcomers()));
        Newcomers alone = new Newcomers(divided.train(), divided.newcomers().ofUsers(user -> user % 2 == 0));
        assertTrue(cells(divided.told(3, 1).train()).containsAll(cells(alone.told(3, 1).train())));
    }

    @Test
    void timesStayWithTheirRatings() {
        RatingMatrix all = ratings(2);
        RatingMatrix some = Newcomers.of(all, 0.3, 2).newcomers();
        for (int user = 0; user < some.users().size(); user++) {
            for (int position = some.byUser().start(user); position < some.byUser().end(user); position++) {
                int there = all.byUser().find(all.users().indexOf(some.users().idOf(user)),
                        some.byUser().index(position));
                assertEquals(all.epochSeconds(there), some.epochSeconds(position));
            }
        }
    }

    @Test
    void aFractionIsBetweenNoneAndAll() {
        for (double fraction : new double[]{0, 1, -0.1, Double.NaN}) {
            assertThrows(InvalidRequest.class, () -> Newcomers.of(ratings(1), fraction, 1));
        }
    }

    private static Set<String> cells(RatingMatrix matrix) {
        Set<String> cells = new HashSet<>();
        for (int user = 0; user < matrix.users().size(); user++) {
            for (int position = matrix.byUser().start(user); position < matrix.byUser().end(user); position++) {
                cells.add(matrix.users().idOf(user) + " " + matrix.movies().idOf(matrix.byUser().index(position)) + " "
                        + matrix.byUser().value(position));
            }
        }
        return cells;
    }
}
