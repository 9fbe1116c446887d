package dev.marquee.cf.matrix;

import dev.marquee.common.error.InvalidRequest;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Users divided into some whom a training sees and some whom it does not see at all.
 *
 * @param train of the others: it has none of the newcomers, with or without ratings
 * @param newcomers with all of their ratings; the movies are those of {@code train}, also where only newcomers rated
 *            them
 */
public record Newcomers(RatingMatrix train, RatingMatrix newcomers) {

    /**
     * Makes each user a newcomer with the same probability, independently; the same seed gives the same newcomers.
     *
     * @param fraction of the users, more than 0 and less than 1
     * @throws InvalidRequest if the fraction is out of range
     */
    public static Newcomers of(RatingMatrix all, double fraction, long seed) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new InvalidRequest("fraction", "must be more than 0 and less than 1, is " + fraction);
        }
        SplittableRandom random = new SplittableRandom(seed);
        BitSet drawn = new BitSet(all.users().size());
        for (int user = 0; user < all.users().size(); user++) {
            drawn.set(user, random.nextDouble() < fraction);
        }
        return new Newcomers(all.ofUsers(user -> !drawn.get(user)), all.ofUsers(drawn::get));
    }

    /**
     * Tells some ratings of each newcomer and holds out the others. Which ones are told depends on the seed, the ids of
     * the user and of the movies rated, and nothing else; whoever is told more is told the same ones first. Of
     * newcomers without more than so many ratings none is held out.
     *
     * @param count how many ratings are told, 0 or more
     */
    public Split told(int count, long seed) {
        Csr byUser = newcomers.byUser();
        BitSet held = new BitSet(newcomers.size());
        for (int user = 0; user < byUser.rows(); user++) {
            if (byUser.length(user) > count) {
                long mixed = Split.mix(seed ^ Split.mix(newcomers.users().idOf(user)));
                IntStream.range(byUser.start(user), byUser.end(user)).boxed()
                        .sorted(Comparator.comparingLong(position -> Split.mix(mixed
                                ^ newcomers.movies().idOf(byUser.index(position)))))
                        .skip(count).forEach(held::set);
            }
        }
        return Split.at(newcomers, held);
    }
}
