package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.train.ondevice.DeviceMatrix;
import dev.marquee.cf.train.ondevice.DeviceWork;
import java.util.ArrayList;
import java.util.List;

/**
 * α₀ YᵀY of one side on a device, K×K. Rows are summed in chunks whose number follows from the number of rows alone.
 * Used from the thread that trains.
 */
final class DeviceGram {
    private static final int LEAST_ROWS = 1024;
    private static final int MOST_CHUNKS = 128;
    /** Multiplications that a processor should have to do before it is asked again; more delay a wish to stop. */
    private static final long STEPS_PER_UNIT = 1L << 24;

    final DeviceFloats numbers;
    private final DeviceWork work;
    private final DeviceMatrix side;
    private final DeviceFloats scratch;
    private final List<Stretch> stretches = new ArrayList<>();
    private final DeviceInts chunkCount;
    private final DeviceFloats scale;
    private final int chunks;

    /** Some chunks: as many as the device is given to do at a time. */
    private record Stretch(DeviceInts sizes, int chunks) {}

    /** @param scratch {@link #scratchSize} numbers, at least */
    DeviceGram(DeviceWork work, DeviceMatrix side, double scale, DeviceFloats scratch) {
        this.work = work;
        this.side = side;
        this.scratch = scratch;
        this.chunks = chunks(side.rows);
        this.numbers = work.device.floats(work.padded * work.padded);
        int rows = rowsOfAChunk(side.rows);
        long steps = (long) rows * work.padded * work.padded;
        int atOnce = (int) Math.clamp(work.device.info().computeUnits() * STEPS_PER_UNIT / steps, 1, chunks);
        for (int first = 0; first < chunks; first += atOnce) {
            stretches.add(new Stretch(work.ints(side.rows, rows, chunks, first), Math.min(atOnce, chunks - first)));
        }
        this.chunkCount = work.ints(chunks);
        this.scale = work.floats((float) scale);
    }

    private static int rowsOfAChunk(int rows) {
        return Math.max(LEAST_ROWS, Math.ceilDiv(rows, MOST_CHUNKS));
    }

    private static int chunks(int rows) {
        return Math.ceilDiv(rows, rowsOfAChunk(rows));
    }

    static int scratchSize(int rows, int padded) {
        return Math.multiplyExact(chunks(rows), padded * padded);
    }

    /** Computes it from the rows as they are now. */
    void update() {
        int square = work.padded * work.padded;
        for (Stretch stretch : stretches) {
            work.launch(DeviceIalsKernels.GRAM, (long) stretch.chunks() * rowsOfAChunk(side.rows) * square,
                    stretch.chunks() * DeviceIalsKernels.gramTiles(work.padded), side.numbers, scratch,
                    stretch.sizes());
        }
        work.launchForEach(DeviceIalsKernels.GRAM_SUM, square, scratch, numbers, chunkCount, scale);
    }

    /** Σ of the products of both matrices' numbers. */
    double product(DeviceGram other) {
        float[] mine = read();
        float[] others = other.read();
        double sum = 0;
        for (int i = 0; i < mine.length; i++) {
            sum += (double) mine[i] * others[i];
        }
        return sum;
    }

    private float[] read() {
        float[] read = new float[numbers.size()];
        numbers.read(0, read, 0, read.length);
        return read;
    }
}
