package dev.marquee.common.rank;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the k best of a stream of (index, score) pairs in a bounded binary heap of primitives; offering is O(log k) and
 * usually a single comparison.
 *
 * <p>
 * Order: higher scores first; equal scores by ascending index. The result is therefore independent of the order in
 * which pairs are offered. A NaN score is never kept. Not thread-safe.
 */
public final class TopK {
    private final int capacity;
    private final int[] indexes;
    private final float[] scores;
    private int size;

    /**
     * @param k how many to keep, 0 or more
     */
    public TopK(int k) {
        if (k < 0) {
            throw new IllegalArgumentException("k must be 0 or more, is " + k);
        }
        this.capacity = k;
        this.indexes = new int[k];
        this.scores = new float[k];
    }

    /**
     * @return whether the pair is now among the k best
     */
    public boolean offer(int index, float score) {
        if (Float.isNaN(score)) {
            return false;
        }
        if (size < capacity) {
            siftUp(size++, index, score);
            return true;
        }
        if (capacity == 0 || !before(score, index, scores[0], indexes[0])) {
            return false;
        }
        siftDown(0, index, score);
        return true;
    }

    /**
     * The score that a pair must reach to have a chance: the worst of the k kept, or negative infinity while fewer than
     * k are kept. A pair with exactly this score is kept only if its index is lower than that of the worst.
     */
    public float threshold() {
        if (size < capacity) {
            return Float.NEGATIVE_INFINITY;
        }
        return capacity == 0 ? Float.POSITIVE_INFINITY : scores[0];
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /**
     * Takes all pairs out, best first. The heap is empty afterwards.
     */
    public List<Scored> drain() {
        Scored[] sorted = new Scored[size];
        while (size > 0) {
            int last = --size;
            sorted[last] = new Scored(indexes[0], scores[0]);
            if (last > 0) {
                siftDown(0, indexes[last], scores[last]);
            }
        }
        return new ArrayList<>(List.of(sorted));
    }

    /** Whether pair a comes before pair b in the result. */
    private static boolean before(float scoreA, int indexA, float scoreB, int indexB) {
        return scoreA > scoreB || (scoreA == scoreB && indexA < indexB);
    }

    private void siftUp(int position, int index, float score) {
        int hole = position;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!before(scores[parent], indexes[parent], score, index)) {
                break;
            }
            scores[hole] = scores[parent];
            indexes[hole] = indexes[parent];
            hole = parent;
        }
        scores[hole] = score;
        indexes[hole] = index;
    }

    private void siftDown(int position, int index, float score) {
        int hole = position;
        int child;
        while ((child = 2 * hole + 1) < size) {
            if (child + 1 < size && before(scores[child], indexes[child], scores[child + 1], indexes[child + 1])) {
                child++;
            }
            if (!before(score, index, scores[child], indexes[child])) {
                break;
            }
            scores[hole] = scores[child];
            indexes[hole] = indexes[child];
            hole = child;
        }
        scores[hole] = score;
        indexes[hole] = index;
    }
}
