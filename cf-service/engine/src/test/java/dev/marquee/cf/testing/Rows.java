package dev.marquee.cf.testing;

import dev.marquee.cf.matrix.Csr;

/** Rows of a matrix as a fold-in is given them. */
public final class Rows {
    private Rows() {}

    /** @param all the ids of the columns */
    public static long[] ids(long[] all, Csr rows, int row) {
        long[] ids = new long[rows.length(row)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = all[rows.index(rows.start(row) + i)];
        }
        return ids;
    }

    public static float[] values(Csr rows, int row) {
        float[] values = new float[rows.length(row)];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.value(rows.start(row) + i);
        }
        return values;
    }
}
