package dev.marquee.cf.bench;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.train.als.DeviceAlsKernels;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import java.util.ArrayList;
import java.util.List;

/**
 * What a device can do at most, as far as our own kernels show it.
 *
 * @param bytesPerSecond that y += a·x reads and writes over arrays that no cache holds
 * @param multiplyAddsPerSecond of the normal equations of rows whose 64 different others stay in every cache
 */
record DeviceRates(double bytesPerSecond, double multiplyAddsPerSecond) {
    private static final int ROUNDS = 5;
    private static final int NUMBERS = 1 << 27;
    private static final int OTHERS = 64;
    private static final int SEGMENT = 2048;

    /** @param factors one of {@link Kernel#FACTORS} */
    static DeviceRates of(Device device, int factors) {
        return new DeviceRates(bytes(device), multiplyAdds(device, factors));
    }

    private static double bytes(Device device) {
        int size = (int) Math.min(NUMBERS, Math.min(device.freeBytes() / 4, device.info().largestArrayBytes()) / 4);
        try (DeviceFloats x = device.floats(size);
                DeviceFloats y = device.floats(size);
                DeviceInts sizes = ints(device, size);
                DeviceFloats a = device.floats(1)) {
            int group = DevicePriorKernels.AXPY.groupSize(0);
            return 3.0 * Float.BYTES * size / best(device,
                    () -> device.launch(DevicePriorKernels.AXPY, 0, (size + group - 1) / group, x, y, sizes, a));
        }
    }

    private static double multiplyAdds(Device device, int factors) {
        int segments = 32 * device.info().computeUnits();
        int entries = segments * SEGMENT;
        int[] index = new int[entries];
        int[] table = new int[3 * segments];
        for (int i = 0; i < entries; i++) {
            index[i] = i % OTHERS;
        }
        for (int segment = 0; segment < segments; segment++) {
            table[3 * segment] = segment;
            table[3 * segment + 1] = segment * SEGMENT;
            table[3 * segment + 2] = (segment + 1) * SEGMENT;
        }
        try (DeviceFloats others = device.floats(OTHERS * factors);
                DeviceFloats biases = device.floats(OTHERS);
                DeviceInts indexes = ints(device, index);
                DeviceFloats ratings = device.floats(entries);
                DeviceInts tables = ints(device, table);
                DeviceFloats partial = device.floats(segments * DeviceAlsKernels.partialSize(factors));
                DeviceInts sizes = ints(device, segments);
                DeviceFloats mean = device.floats(1)) {
            return normalSteps(factors) * entries / best(device, () -> device.launch(DeviceAlsKernels.NORMAL, factors,
                    segments, others, biases, indexes, ratings, tables, partial, sizes, mean));
        }
    }

    /** Multiply-adds that one rating takes in the normal equations. */
    static double normalSteps(int factors) {
        return factors * (factors + 1) / 2.0 + factors;
    }

    private static DeviceInts ints(Device device, int... numbers) {
        DeviceInts array = device.ints(numbers.length);
        array.write(0, numbers, 0, numbers.length);
        return array;
    }

    /** Seconds of the fastest round, after one that warms up. */
    private static double best(Device device, Runnable launch) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            launch.run();
            device.finish();
            times.add(BenchRun.seconds(start));
        }
        return times.stream().skip(1).mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
