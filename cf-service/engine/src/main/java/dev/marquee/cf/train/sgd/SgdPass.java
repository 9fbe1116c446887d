package dev.marquee.cf.train.sgd;

import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;

/**
 * One pass over the ratings, after which all rows have moved once for each of theirs. Used by one training; the state
 * between two epochs is that of the rows alone.
 */
final class SgdPass {
    private final SgdKernel kernel;
    private final SgdBlocks blocks;
    private final SgdRows users;
    private final SgdRows movies;
    private final float mean;
    private final float rate;
    private final SgdTurns turns;

    /** @param rate η */
    SgdPass(SgdKernel kernel, SgdBlocks blocks, SgdRows users, SgdRows movies, float mean, float rate) {
        this.kernel = kernel;
        this.blocks = blocks;
        this.users = users;
        this.movies = movies;
        this.mean = mean;
        this.rate = rate;
        this.turns = new SgdTurns(blocks.layout.groups);
    }

    /** @return the sum of the squared errors, each as met before its step */
    double epoch(Workers workers) {
        double[] squares = new double[workers.count()];
        turns.begin();
        workers.run(thread -> squares[thread] = share(thread, workers));
        return Arrays.stream(squares).sum();
    }

    /** All steps of a thread. */
    private double share(int thread, Workers workers) {
        double squares = 0;
        boolean through = false;
        try {
            for (int step = 0; step < blocks.layout.groups; step++) {
                int group = blocks.layout.movieGroup(thread, step);
                if (!turns.await(group, blocks.layout.turn(step))) {
                    return Double.NaN; // the thread that gave up has said why
                }
                squares += block(thread, group, step, workers);
                turns.pass(group);
            }
            through = true;
        } finally {
            if (!through) {
                turns.abandon();
            }
        }
        return squares;
    }

    /** A thread's users and a group's movies; both are brought up to date as they come up. */
    private double block(int thread, int group, int step, Workers workers) {
        SgdLayout layout = blocks.layout;
        movies.refresh(layout.groupStarts[group], layout.groupStarts[group + 1], rate, layout.turn(step) == 0);
        double squares = 0;
        for (int tile = thread * layout.tiles; tile < (thread + 1) * layout.tiles; tile++) {
            workers.checkCancelled();
            users.refresh(layout.tileStarts[tile], layout.tileStarts[tile + 1], rate, step == 0);
            squares += kernel.steps(blocks, blocks.start(tile, group), blocks.end(tile, group), users, movies, mean,
                    1f / users.factors);
        }
        return squares;
    }
}
