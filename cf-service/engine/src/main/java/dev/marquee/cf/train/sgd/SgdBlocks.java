package dev.marquee.cf.train.sgd;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.support.Workers;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * The ratings of one training, divided so that threads never meet: users into one share for each thread, movies into
 * several times as many groups. In each step of an epoch, thread t works on its users and on a movie group that no
 * other thread has; after as many steps as there are movie groups, all ratings were seen (the block schedule of Gemulla
 * et al. 2011 and of LIBMF, in a fixed order, so that the result does not depend on timing; see {@link SgdTurns}).
 *
 * <p>
 * For the caches, a thread's users are divided further into tiles, and a block is worked on tile by tile: the tile's
 * users stay in the first-level cache and the block's most popular movies in the second ({@link SgdLayout}). Within a
 * tile the ratings stand in random order, which keeps the steps of one user apart, so that the processor can overlap
 * them. Users and movies are counted by their places in the layout.
 */
final class SgdBlocks extends SgdOrder {
    final SgdLayout layout;
    private final int[] starts;

    /** @param rowBytes of one user or movie */
    SgdBlocks(RatingMatrix matrix, Workers workers, int rowBytes, SplittableRandom random) {
        super(matrix.size());
        layout = new SgdLayout(matrix, workers.count(), rowBytes, random);
        starts = new int[layout.threads * layout.groups * layout.tiles + 1];
        int[] moviePlaces = layout.moviePlaces();
        workers.run(thread -> eachTile(thread, workers, tile -> count(matrix.byUser(), moviePlaces, tile)));
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        int[] next = starts.clone();
        workers.run(
                thread -> eachTile(thread, workers, tile -> move(matrix.byUser(), moviePlaces, tile, next)));
        SplittableRandom[] randoms = new SplittableRandom[layout.threads];
        for (int thread = 0; thread < randoms.length; thread++) {
            randoms[thread] = random.split();
        }
        workers.run(thread -> eachTile(thread, workers, tile -> shuffle(tile, randoms[thread])));
    }

    /** A thread's tiles have cells of their own, so threads do not meet here either. */
    private void eachTile(int thread, Workers workers, IntConsumer task) {
        for (int tile = thread * layout.tiles; tile < (thread + 1) * layout.tiles; tile++) {
            workers.checkCancelled();
            task.accept(tile);
        }
    }

    private void count(Csr byUser, int[] moviePlaces, int tile) {
        for (int place = layout.tileStarts[tile]; place < layout.tileStarts[tile + 1]; place++) {
            int user = layout.userAt[place];
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                starts[cell(tile, layout.groupOf[moviePlaces[byUser.index(position)]]) + 1]++;
            }
        }
    }

    private void move(Csr byUser, int[] moviePlaces, int tile, int[] next) {
        for (int place = layout.tileStarts[tile]; place < layout.tileStarts[tile + 1]; place++) {
            int user = layout.userAt[place];
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                int movie = moviePlaces[byUser.index(position)];
                put(next[cell(tile, layout.groupOf[movie])]++, place, movie, byUser.value(position));
            }
        }
    }

    private void shuffle(int tile, SplittableRandom random) {
        for (int group = 0; group < layout.groups; group++) {
            shuffle(start(tile, group), end(tile, group), random);
        }
    }

    /** Cells are ordered by thread, movie group and tile, as they are worked on. */
    private int cell(int tile, int group) {
        return (tile / layout.tiles * layout.groups + group) * layout.tiles + tile % layout.tiles;
    }

    /** First rating of a tile's users and a group's movies. */
    int start(int tile, int group) {
        return starts[cell(tile, group)];
    }

    /** After their last rating. */
    int end(int tile, int group) {
        return starts[cell(tile, group) + 1];
    }
}
