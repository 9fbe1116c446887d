package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.matrix.Csr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some rows of a matrix that a device works on at once. Their entries are cut into segments of a fixed length, so that
 * no work-group has much more to do than another; where the batches end does not change where the segments do.
 *
 * @param toRow after the last row
 * @param from position of the first entry
 * @param to position after the last entry
 * @param segments how many there are
 */
public record RowBatch(int fromRow, int toRow, int from, int to, int segments) {
    /** Entries of a segment at most. */
    static final int SEGMENT = 2048;

    public int rows() {
        return toRow - fromRow;
    }

    public int entries() {
        return to - from;
    }

    /**
     * All rows in order. A row is never divided: one that is larger than the limits has a batch of its own.
     *
     * @param mostEntries of a batch
     * @param mostSegments of a batch; a row without entries counts as one, so a batch has no more rows either
     */
    static List<RowBatch> of(Csr ratings, long mostEntries, long mostSegments) {
        List<RowBatch> batches = new ArrayList<>();
        int fromRow = 0;
        int taken = 0;
        for (int row = 0; row < ratings.rows(); row++) {
            int more = Math.max(1, segments(ratings.length(row)));
            if (row > fromRow && (ratings.end(row) - ratings.start(fromRow) > mostEntries
                    || taken + more > mostSegments)) {
                batches.add(batch(ratings, fromRow, row));
                fromRow = row;
                taken = 0;
            }
            taken += more;
        }
        if (ratings.rows() > fromRow) {
            batches.add(batch(ratings, fromRow, ratings.rows()));
        }
        return batches;
    }

    private static RowBatch batch(Csr ratings, int fromRow, int toRow) {
        int segments = IntStream.range(fromRow, toRow).map(row -> segments(ratings.length(row))).sum();
        return new RowBatch(fromRow, toRow, ratings.start(fromRow), ratings.end(toRow - 1), segments);
    }

    public static int segments(int entries) {
        return (entries + SEGMENT - 1) / SEGMENT;
    }

    /** The segments as kernels want them. */
    record Tables(int[] segments, int[] ranges, int[] solved, int[] counts) {}

    /**
     * @param first position of the entry that the device's arrays begin with
     * @return segments: row, first entry, entry after the last of each; ranges: first segment and segment after the
     *         last of each row; solved: the same after the row, for rows with entries; counts: entries of these
     */
    Tables tables(Csr ratings, int first) {
        int[] cut = new int[3 * segments];
        int[] ranges = new int[2 * rows()];
        int[] solved = new int[3 * rows()];
        int[] counts = new int[rows()];
        int segment = 0;
        int filled = 0;
        for (int row = fromRow; row < toRow; row++) {
            int begin = segment;
            for (int at = ratings.start(row); at < ratings.end(row); at += SEGMENT) {
                cut[3 * segment] = row;
                cut[3 * segment + 1] = at - first;
                cut[3 * segment + 2] = Math.min(at + SEGMENT, ratings.end(row)) - first;
                segment++;
            }
            ranges[2 * (row - fromRow)] = begin;
            ranges[2 * (row - fromRow) + 1] = segment;
            if (segment > begin) {
                solved[3 * filled] = row;
                solved[3 * filled + 1] = begin;
                solved[3 * filled + 2] = segment;
                counts[filled++] = ratings.length(row);
            }
        }
        return new Tables(cut, ranges, Arrays.copyOf(solved, 3 * filled),
                Arrays.copyOf(counts, filled));
    }
}
