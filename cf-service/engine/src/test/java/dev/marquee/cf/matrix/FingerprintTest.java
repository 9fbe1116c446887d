package dev.marquee.cf.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.LowRankRatings;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static String of(long user, long movie, float rating) {
        return Fingerprint
                .of(RatingMatrix.builder().add(1, 10, 3, 0).add(2, 20, 4, 0).add(user, movie, rating, 77).build());
    }

    @Test
    void anyOtherUserMovieOrRatingMakesAnother() {
        assertEquals(of(1, 20, 2), of(1, 20, 2));
        assertTrue(of(1, 20, 2).startsWith("3-"));
        Set<String> all = new HashSet<>(
                Set.of(of(1, 20, 2), of(2, 10, 2), of(1, 20, 2.5f), of(1, 30, 2), of(3, 20, 2), of(3, 10, 2)));
        all.add(Fingerprint.of(RatingMatrix.builder().build()));
        assertEquals(7, all.size());
    }

    @Test
    void theOrderInWhichTheyCameDoesNotCountAndEveryOneOfManyDoes() {
        RatingMatrix many = LowRankRatings.of(200, 150, 0.5, 1);
        assertEquals(Fingerprint.of(many), Fingerprint.of(changed(many, -1)));
        for (int position = 0; position < many.size(); position += many.size() / 50) {
            assertNotEquals(Fingerprint.of(many), Fingerprint.of(changed(many, position)), "rating " + position);
        }
    }

    /** The same pattern of ratings by other people, or of other movies. */
    @Test
    void theIdsThatNoRatingRepeatsCountToo() {
        Set<String> all = new HashSet<>();
        for (long user : new long[]{1, 2}) {
            for (long movie : new long[]{10, 11}) {
                all.add(Fingerprint.of(RatingMatrix.builder().add(user, movie, 3, 0).build()));
            }
        }
        assertEquals(4, all.size(), all.toString());
    }

    @Test
    void moreIdsThanAreSummedAtOnceAllCount() {
        Set<String> all = new HashSet<>();
        for (long changed : new long[]{-1, 0, 9_000, 19_999}) {
            RatingMatrixBuilder builder = RatingMatrix.builder();
            for (long id = 0; id < 20_000; id++) {
                builder.add(2 * id + (id == changed ? 1 : 0), 2 * id, 3, 0).add(2 * id + (id == changed ? 1 : 0),
                        2 * (id / 3) + 1, 4, 0);
            }
            all.add(Fingerprint.of(builder.build()));
        }
        assertEquals(4, all.size(), all.toString());
    }

    /** The same from the last user to the first, with one rating changed. */
    private static RatingMatrix changed(RatingMatrix ratings, int changed) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = ratings.users().size() - 1; user >= 0; user--) {
            for (int position = ratings.byUser().start(user); position < ratings.byUser().end(user); position++) {
                builder.add(ratings.users().idOf(user), ratings.movies().idOf(ratings.byUser().index(position)),
                        ratings.byUser().value(position) + (position == changed ? 0.5f : 0), 5);
            }
        }
        return builder.build();
    }
}
