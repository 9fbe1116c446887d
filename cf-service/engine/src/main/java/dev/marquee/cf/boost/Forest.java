package dev.marquee.cf.boost;

import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.IOException;

/**
 * Regression trees whose leaves are added up: what boosting leaves behind. A node asks whether a feature is less than a
 * number; a feature that is not known (NaN) goes where the training found it better off. Immutable, thread-safe.
 *
 * <p>
 * All nodes of all trees stand in the same arrays. Node n has the children {@code left[n]} and {@code left[n] + 1}; a
 * leaf has none, 0.
 */
public final class Forest {
    /** Of the highest bit of a node's feature: whether unknown goes to the left child. */
    static final int UNKNOWN_LEFT = 1 << 31;

    private final int features;
    private final int[] roots;
    private final int[] asked;
    private final int[] left;
    private final float[] values;
    private final ForestWalk walk;

    /**
     * Takes the arrays over, which are well-formed.
     *
     * @param features how many a row has
     * @param roots the first node of each tree
     * @param asked the feature of each node, with {@link #UNKNOWN_LEFT}; without a meaning for a leaf
     * @param left the first child of each node, 0 for a leaf
     * @param values thresholds; of leaves what they add
     */
    Forest(int features, int[] roots, int[] asked, int[] left, float[] values) {
        this.features = features;
        this.roots = roots;
        this.asked = asked;
        this.left = left;
        this.values = values;
        this.walk = new ForestWalk(features, roots, asked, left, values);
    }

    static int asking(int feature, boolean unknownLeft) {
        return unknownLeft ? feature | UNKNOWN_LEFT : feature;
    }

    /** How many features a row has. */
    public int features() {
        return features;
    }

    public int trees() {
        return roots.length;
    }

    /** The sum of what all trees say of a row that begins at a place. */
    public float sum(float[] rows, int at) {
        return walk.sum(rows, at);
    }

    /** Whether all its numbers are. */
    public boolean finite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Three counts (features, trees, nodes), which a checksum is to follow; then the rest: {@link #write}. */
    public void writeSizes(ChecksummedOutput out) throws IOException {
        out.writeInt(features);
        out.writeInt(roots.length);
        out.writeInt(values.length);
    }

    /** Roots, features asked for, children, and values. */
    public void write(ChecksummedOutput out) throws IOException {
        for (int[] numbers : new int[][]{roots, asked, left}) {
            for (int number : numbers) {
                out.writeInt(number);
            }
        }
        out.writeFloats(values);
    }

    /**
     * The counts that {@link #writeSizes} wrote.
     */
    public record Sizes(int features, int trees, int nodes) {
        public static Sizes read(ChecksummedInput in) throws IOException {
            return new Sizes(in.readInt(), in.readInt(), in.readInt());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param sizes verified
     * @throws dev.marquee.common.error.CorruptData if they are no trees
     */
    public static Forest read(ChecksummedInput in, Sizes sizes) throws IOException {
        int[] roots = ints(in, sizes.trees());
        int[] asked = ints(in, sizes.nodes());
        int[] left = ints(in, sizes.nodes());
        if (!wellFormed(sizes.features(), roots, asked, left)) {
            throw in.corrupt("has trees that lead nowhere");
        }
        return new Forest(sizes.features(), roots, asked, left, in.readFloats(sizes.nodes()));
    }

    private static int[] ints(ChecksummedInput in, int size) throws IOException {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    /** Children stand behind their parents, so that every way ends. */
    private static boolean wellFormed(int features, int[] roots, int[] asked, int[] left) {
        for (int root : roots) {
            if (root < 0 || root >= left.length) {
                return false;
            }
        }
        for (int node = 0; node < left.length; node++) {
            boolean leaf = left[node] == 0;
            if (!leaf && (left[node] <= node || left[node] >= left.length - 1
                    || left[node] - node > ForestWalk.FARTHEST || (asked[node] & ~UNKNOWN_LEFT) >= features)) {
                return false;
            }
        }
        return features <= ForestWalk.MOST_FEATURES;
    }
}
