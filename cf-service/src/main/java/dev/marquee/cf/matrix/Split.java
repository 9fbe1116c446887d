package dev.marquee.cf.matrix;

import dev.marquee.common.error.InvalidRequest;
import java.util.BitSet;
import java.util.SplittableRandom;

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
        return at(all, held);
    }

    /** @param held the positions of {@link RatingMatrix#byUser} that are held out */
    static Split at(RatingMatrix all, BitSet held) {
        int size = held.cardinality();
        int[] users = new int[size];
        int[] movies = new int[size];
        float[] ratings = new float[size];
        int next = 0;
        Csr byUser = all.byUser();
        for (int user = 0; user < byUser.rows(); user++) {
            for (int p = held.nextSetBit(byUser.start(user)); p >= 0
                    && p < byUser.end(user); p = held.nextSetBit(p + 1)) {
                users[next] = user;
                movies[next] = byUser.index(p);
                ratings[next++] = byUser.value(p);
            }
        }
        return new Split(all.filtered(position -> !held.get(position)), new HeldOut(users, movies, ratings));
    }
}
