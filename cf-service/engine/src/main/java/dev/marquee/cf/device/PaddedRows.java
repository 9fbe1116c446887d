package dev.marquee.cf.device;

/**
 * Rows of k numbers, as the host has them one after the other, and as a device has them: each followed by zeros up to
 * the number that the kernels are compiled for.
 *
 * @param rows how many
 * @param factors k
 * @param padded K, k or more
 */
public record PaddedRows(int rows, int factors, int padded) {
    private static final int ROWS_AT_ONCE = 4096;

    /**
     * Copies all rows to the beginning of a device's array.
     *
     * @param compact rows × k, row-major
     * @param afterEach called after each part; what it throws ends the copy
     */
    public void write(float[] compact, DeviceFloats target, Runnable afterEach) {
        float[] buffer = new float[Math.min(ROWS_AT_ONCE, rows) * padded];
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, rows - from);
            for (int row = 0; row < count; row++) {
                System.arraycopy(compact, (from + row) * factors, buffer, row * padded, factors);
            }
            target.write(from * padded, buffer, 0, count * padded);
            afterEach.run();
        }
    }

    /**
     * Copies all rows from the beginning of a device's array.
     *
     * @param afterEach called after each part; what it throws ends the copy
     * @return rows × k, row-major
     */
    public float[] read(DeviceFloats source, Runnable afterEach) {
        float[] compact = new float[Math.multiplyExact(rows, factors)];
        float[] buffer = new float[Math.min(ROWS_AT_ONCE, rows) * padded];
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, rows - from);
            source.read(from * padded, buffer, 0, count * padded);
            for (int row = 0; row < count; row++) {
                System.arraycopy(buffer, row * padded, compact, (from + row) * factors, factors);
            }
            afterEach.run();
        }
        return compact;
    }
}
