package dev.marquee.similarity.index;

import dev.marquee.common.rank.TopK;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.index.FilterTable.Eligible;
import java.util.Arrays;

/**
 * One search after another over the indexed movies, with the working memory for it. Not thread-safe: one for each
 * thread.
 *
 * <p>
 * Rare columns are added through their lists into the scores of the movies concerned. What the frequent columns can add
 * to that is bounded for each block of movies by the block's largest values, as in block-max indexes (Ding and Suel,
 * SIGIR 2011); blocks are then finished, most promising ones first, unless their bound is below the worst score kept.
 * The bounds hold for rounded sums too (see {@link BlockKernel}), so nothing is missed, ties included.
 */
final class Search {
    /** First the blocks whose bound is above these parts of the largest, then the rest. */
    private static final float[] ROUNDS = {0.7f, 0};

    private final Postings rare;
    private final FrequentColumns dense;
    private final Arrangement arrangement;
    private final BlockKernel kernel;
    private final float[] scores;
    private final float[] bounds;
    private final int[] columns;
    private final float[] weights;
    private final float[] block = new float[BlockKernel.ROWS];

    Search(Postings rare, FrequentColumns dense, Arrangement arrangement, BlockKernel kernel) {
        this.rare = rare;
        this.dense = dense;
        this.arrangement = arrangement;
        this.kernel = kernel;
        this.scores = new float[dense.blocks() * BlockKernel.ROWS];
        this.bounds = new float[dense.blocks()];
        this.columns = new int[dense.columns()];
        this.weights = new float[dense.columns()];
    }

    /**
     * Offers to {@code top} the movies, by number, that are eligible and have a score above 0.
     */
    void run(SparseVector query, Eligible eligible, TopK top) {
        int count = 0;
        for (int i = 0; i < query.size() && query.column(i) < arrangement.frequent().length; i++) {
            int frequent = arrangement.frequent()[query.column(i)];
            if (frequent < 0) {
                rare.scatter(query.column(i), query.value(i), scores, bounds);
            } else {
                columns[count] = frequent;
                weights[count++] = query.value(i);
            }
        }
        dense.raiseBounds(kernel, columns, weights, count, bounds);
        float largest = 0;
        for (float bound : bounds) {
            largest = Math.max(largest, bound);
        }
        for (float part : ROUNDS) {
            round(part * largest, count, eligible, top);
        }
        clear(query);
    }

    private void round(float least, int count, Eligible eligible, TopK top) {
        float floor = floor(top);
        for (int b = 0; b < bounds.length; b++) {
            if (bounds[b] >= floor && bounds[b] >= least) {
                bounds[b] = 0;
                long found = dense.scores(kernel, b, columns, weights, count, scores, floor, block);
                if (found != 0) {
                    offer(b, found, eligible, top);
                    floor = floor(top);
                }
            }
        }
    }

    /** A score of 0 is never wanted; the smallest float is the least score that is. */
    private static float floor(TopK top) {
        return Math.max(top.threshold(), Float.MIN_VALUE);
    }

    private void offer(int b, long found, Eligible eligible, TopK top) {
        for (long left = found; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            int number = arrangement.numbers()[b * BlockKernel.ROWS + row];
            // Asking whether it is eligible costs more than comparing.
            if (block[row] >= top.threshold() && eligible.test(number)) {
                top.offer(number, block[row]);
            }
        }
    }

    private void clear(SparseVector query) {
        Arrays.fill(bounds, 0);
        for (int i = 0; i < query.size() && query.column(i) < arrangement.frequent().length; i++) {
            if (arrangement.frequent()[query.column(i)] < 0) {
                rare.clear(query.column(i), scores);
            }
        }
    }
}
