package dev.marquee.cf.app.recommend;

/**
 * Keeps the few largest of many numbers, largest first, equal ones in the order in which they came. Not thread-safe.
 */
final class FewLargest {
    private final double[] values;
    private final int[] places;
    private int size;

    /** @param most how many are kept */
    FewLargest(int most) {
        values = new double[most];
        places = new int[most];
    }

    void offer(int place, double value) {
        if (size == values.length && (size == 0 || value <= values[size - 1])) {
            return;
        }
        int at = size < values.length ? size++ : size - 1;
        for (; at > 0 && values[at - 1] < value; at--) {
            values[at] = values[at - 1];
            places[at] = places[at - 1];
        }
        values[at] = value;
        places[at] = place;
    }

    int size() {
        return size;
    }

    double value(int rank) {
        return values[rank];
    }

    /** Which it was, as it was offered. */
    int place(int rank) {
        return places[rank];
    }
}
