package dev.marquee.similarity.index;

/**
 * A sum and a count for each column, all 0 between uses. Not thread-safe.
 */
final class ColumnMemory {
    private static final MemoryPool<ColumnMemory> POOL = new MemoryPool<>(ColumnMemory::new);

    private double[] sums = new double[0];
    private int[] counts = new int[0];

    private ColumnMemory() {}

    static MemoryPool<ColumnMemory> pool() {
        return POOL;
    }

    /** The first {@code columns} numbers are 0, and must be so again afterwards. */
    double[] sums(int columns) {
        if (sums.length < columns) {
            sums = new double[columns];
        }
        return sums;
    }

    /** As {@link #sums}. */
    int[] counts(int columns) {
        if (counts.length < columns) {
            counts = new int[columns];
        }
        return counts;
    }
}
