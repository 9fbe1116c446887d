package dev.marquee.cf.boost;

/**
 * The way of a row through trees. No step branches: a step asks one node, adds up where to go on, and a leaf leads to
 * itself, so that every way has as many steps as the longest. What a step waits for is memory and the step before, so
 * eight trees are walked side by side. Immutable, thread-safe.
 *
 * <p>
 * A row is compared by whole numbers that are in order as its floats are. Each feature has two: an unknown one is the
 * least of all in the first, and goes left, and the greatest in the second. A node says which it asks.
 */
final class ForestWalk {
    /** Of a node's lowest bits: its place in the row's numbers; above them: the way to its left child. */
    private static final int PLACE_BITS = 12;
    private static final int WAY_BITS = Integer.SIZE - PLACE_BITS;
    /** A row has no more features. */
    static final int MOST_FEATURES = 1 << (PLACE_BITS - 1);
    /** A left child is no farther behind its parent. */
    static final int FARTHEST = (1 << WAY_BITS) - 1;
    private static final int UNKNOWN_LEFT = Integer.MIN_VALUE;
    private static final int UNKNOWN_RIGHT = Integer.MAX_VALUE;

    private final int features;
    private final int[] roots;
    /** The number to be less than, the way to the left child, the place. */
    private final long[] nodes;
    private final float[] values;
    private final int steps;

    /** Of what {@link Forest} holds; well-formed. */
    ForestWalk(int features, int[] roots, int[] asked, int[] left, float[] values) {
        this.features = features;
        this.roots = roots;
        this.values = values;
        this.nodes = new long[left.length];
        int[] depths = new int[left.length];
        int deepest = 0;
        for (int node = 0; node < nodes.length; node++) {
            if (left[node] == 0) {
                nodes[node] = node(UNKNOWN_RIGHT, 0, 0);
                continue;
            }
            int place = 2 * (asked[node] & ~Forest.UNKNOWN_LEFT) + (asked[node] < 0 ? 0 : 1);
            nodes[node] = node(ordered(values[node]), left[node] - node, place);
            depths[left[node]] = depths[node] + 1;
            depths[left[node] + 1] = depths[node] + 1;
            deepest = Math.max(deepest, depths[node] + 1);
        }
        this.steps = deepest;
    }

    private static long node(int number, int way, int place) {
        return (long) number << Integer.SIZE | (long) way << PLACE_BITS | place;
    }

    /** In the order of the floats, 0 and -0 alike. */
    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private int[] numbers(float[] rows, int at) {
        int[] numbers = new int[2 * features];
        for (int f = 0; f < features; f++) {
            float value = rows[at + f];
            boolean unknown = Float.isNaN(value);
            int number = ordered(value);
            numbers[2 * f] = unknown ? UNKNOWN_LEFT : number;
            numbers[2 * f + 1] = unknown ? UNKNOWN_RIGHT : number;
        }
        return numbers;
    }

    float sum(float[] rows, int at) {
        int[] row = numbers(rows, at);
        float sum = 0;
        int tree = 0;
        for (; tree <= roots.length - 8; tree += 8) {
            sum = eight(row, tree, sum);
        }
        for (; tree < roots.length; tree++) {
            int node = roots[tree];
            for (int step = 0; step < steps; step++) {
                node = next(row, node);
            }
            sum += values[node];
        }
        return sum;
    }

    private float eight(int[] row, int tree, float sum) {
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        int e = roots[tree + 4];
        int f = roots[tree + 5];
        int g = roots[tree + 6];
        int h = roots[tree + 7];
        for (int step = 0; step < steps; step++) {
            a = next(row, a);
            b = next(row, b);
            c = next(row, c);
            d = next(row, d);
            e = next(row, e);
            f = next(row, f);
            g = next(row, g);
            h = next(row, h);
        }
        return sum + values[a] + values[b] + values[c] + values[d] + values[e] + values[f] + values[g] + values[h];
    }

    /** The left child where the row's number is less, else the one beside it. */
    private int next(int[] row, int node) {
        long asked = nodes[node];
        long number = row[(int) asked & (1 << PLACE_BITS) - 1];
        int right = (int) (((asked >> Integer.SIZE) - 1 - number) >>> (Long.SIZE - 1));
        return node + ((int) asked >>> PLACE_BITS) + right;
    }
}
