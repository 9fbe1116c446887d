package dev.marquee.cf.matrix;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.error.InvalidRequest;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A matrix divided into ratings to train on and ratings to test on.
 *
 * @param train has the users and movies of the whole, with their indexes, even those left without a rating
 */
public record Split(RatingMatrix train, HeldOut heldOut) {

    /**
     * Holds out each rating with the same probability, independently; the same seed gives the same split.
     *
     * @param fraction of the ratings to hold out, at least 0 and less than 1
     * @throws InvalidRequest if the fraction is out of range
     */
    public static Split random(RatingMatrix all, double fraction, long seed) {
        return random(all, fraction, seed, () -> {});
    }

    /**
     * As {@link #random(RatingMatrix, double, long)}.
     *
     * @param checkCancelled called often; throws what ends it
     */
    public static Split random(RatingMatrix all, double fraction, long seed, Runnable checkCancelled) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new InvalidRequest("fraction", "must be at least 0 and less than 1, is " + fraction);
        }
        SplittableRandom random = new SplittableRandom(seed);
        BitSet held = new BitSet(all.size());
        for (int position = 0; position < all.size(); position++) {
            if (random.nextDouble() < fraction) {
                held.set(position);
            }
        }
        checkCancelled.run();
        return at(all, held, checkCancelled);
    }

    /**
     * One of several random parts: each rating is put into one of them, all parts equally likely, and the parts of the
     * same seed hold every rating once. Their sizes differ a little.
     *
     * @param count of the parts, 2 or more
     * @param number which one to hold out, from 0
     * @throws InvalidRequest if there is no such part
     */
    public static Split fold(RatingMatrix all, int count, int number, long seed) {
        if (count < 2 || number < 0 || number >= count) {
            throw new InvalidRequest("folds", "there is no part " + number + " of " + count);
        }
        SplittableRandom random = new SplittableRandom(seed);
        BitSet held = new BitSet(all.size());
        for (int position = 0; position < all.size(); position++) {
            held.set(position, random.nextInt(count) == number);
        }
        return at(all, held);
    }

    /**
     * Holds out the last ratings of each user. Users without more than so many stay in training with all of theirs. Of
     * ratings of the same second, which are many, a hash of seed, user and movie says which is later; a rating of
     * unknown time is earlier than all others.
     *
     * @param last how many of each user, 1 or more
     * @throws InvalidRequest if it is less than 1
     * @throws DataRejected if no time is known
     */
    public static Split leaveLast(RatingMatrix all, int last, long seed) {
        if (last < 1) {
            throw new InvalidRequest("last", "must be 1 or more, is " + last);
        }
        requireTimes(all);
        Csr byUser = all.byUser();
        BitSet held = new BitSet(all.size());
        for (int user = 0; user < byUser.rows(); user++) {
            if (byUser.length(user) > last) {
                long mixed = mix(seed ^ mix(all.users().idOf(user)));
                IntStream.range(byUser.start(user), byUser.end(user)).boxed()
                        .sorted(Comparator.<Integer>comparingLong(all::epochSeconds)
                                .thenComparingLong(position -> mix(mixed ^ all.movies().idOf(byUser.index(position))))
                                .reversed())
                        .limit(last).forEach(held::set);
            }
        }
        return at(all, held);
    }

    /**
     * Holds out what came after one point of time, the same for all users: the latest point that leaves at least the
     * other ratings before it. Ratings of that very second stay in training, so the part held out may be smaller than
     * asked for, and empty where many ratings are of one second. Ratings of unknown time stay in training.
     *
     * @param fraction of the ratings to hold out, more than 0 and less than 1
     * @throws InvalidRequest if the fraction is out of range
     * @throws DataRejected if no time is known
     */
    public static Split byTime(RatingMatrix all, double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new InvalidRequest("fraction", "must be more than 0 and less than 1, is " + fraction);
        }
        requireTimes(all);
        long[] times = IntStream.range(0, all.size()).mapToLong(all::epochSeconds).sorted().toArray();
        int trained = (int) Math.max(1, Math.ceil(times.length * (1 - fraction)));
        long cut = times[trained - 1];
        BitSet held = new BitSet(all.size());
        for (int position = 0; position < all.size(); position++) {
            held.set(position, all.epochSeconds(position) > cut);
        }
        return at(all, held);
    }

    private static void requireTimes(RatingMatrix all) {
        if (!all.hasTimes()) {
            throw new DataRejected("No rating has a time, so none is the last. Divide at random.");
        }
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result depends on every bit given. */
    static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** @param held the positions of {@link RatingMatrix#byUser} that are held out */
    static Split at(RatingMatrix all, BitSet held) {
        return at(all, held, () -> {});
    }

    private static Split at(RatingMatrix all, BitSet held, Runnable checkCancelled) {
        int size = held.cardinality();
        int[] users = new int[size];
        int[] movies = new int[size];
        float[] ratings = new float[size];
        long[] seconds = new long[size];
        int next = 0;
        Csr byUser = all.byUser();
        for (int user = 0; user < byUser.rows(); user++) {
            for (int p = held.nextSetBit(byUser.start(user)); p >= 0
                    && p < byUser.end(user); p = held.nextSetBit(p + 1)) {
                users[next] = user;
                movies[next] = byUser.index(p);
                seconds[next] = all.epochSeconds(p);
                ratings[next++] = byUser.value(p);
            }
        }
        return new Split(all.filtered(position -> !held.get(position), checkCancelled),
                new HeldOut(users, movies, ratings, all.hasTimes() ? seconds : null));
    }
}
