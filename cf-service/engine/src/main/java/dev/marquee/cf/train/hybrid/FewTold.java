package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.predict.KnownRatings;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Who is to be known, where a fold is predicted, by a few of their ratings only, as newcomers are: rows of a training
 * are of those who stayed. Not to be changed.
 *
 * @param share of the users
 * @param seed of the fold
 */
record FewTold(double share, long seed) {
    private static final int[] COUNTS = {0, 1, 2, 3, 5, 10};
    /** Odd, so that every user has another draw. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** How many ratings they are to be known by, at most; -1: by all. */
    int told(int user) {
        SplittableRandom random = random(user);
        return random.nextDouble() < share ? COUNTS[random.nextInt(COUNTS.length)] : -1;
    }

    /** So many of someone's ratings, in their order. */
    KnownRatings told(int user, KnownRatings all) {
        int count = Math.clamp(told(user), 0, all.size());
        SplittableRandom random = random(~user);
        int[] places = new int[all.size()];
        for (int i = 0; i < places.length; i++) {
            int other = random.nextInt(i + 1);
            places[i] = places[other];
            places[other] = i;
        }
        int[] chosen = Arrays.stream(places, 0, count).sorted().toArray();
        float[] ratings = new float[count];
        for (int i = 0; i < count; i++) {
            ratings[i] = all.ratings()[chosen[i]];
        }
        return new KnownRatings(Arrays.stream(chosen).map(i -> all.movies()[i]).toArray(), ratings,
                Arrays.stream(chosen).mapToLong(i -> all.seconds()[i]).toArray());
    }

    private SplittableRandom random(int user) {
        return new SplittableRandom(seed + SPREAD * user);
    }
}
