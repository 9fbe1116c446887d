package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceArray;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.train.als.DeviceAlsKernels;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import java.util.ArrayList;
import java.util.List;

/**
 * What a device can do at most, as far as our own kernels show it: copies to it, from it and within it, multiply-adds,
 * and what it costs to start a kernel. Medians of some rounds after one that warms up.
 */
final class RatesStage {
    private static final int ROUNDS = 5;
    private static final int OTHERS = 64;
    private static final int SEGMENT = 2048;
    private static final int LAUNCHES = 1000;

    private RatesStage() {}

    static void run(StageRun run) {
        boolean quick = run.conditions().quick();
        run.part("copies", 15, part -> with(run, device -> copies(part, device, quick ? 1 << 20 : 1 << 26)));
        run.part("within", 10, part -> with(run, device -> within(part, device, quick ? 1 << 20 : 1 << 27)));
        run.part("launches", 10, part -> with(run, device -> launches(part, device)));
        for (int factors : Kernel.FACTORS) {
            run.part("multiplyAdds" + factors, 10,
                    part -> with(run, device -> multiplyAdds(part, device, factors, quick ? 2 : 32)));
        }
    }

    /** What is done with a device. */
    private interface Use {
        void on(Device device);
    }

    private static void with(StageRun run, Use use) {
        try (Device device = run.conditions().open()) {
            use.on(device);
        }
    }

    private static int fitting(Device device, int size) {
        return (int) Math.min(size, Math.min(device.freeBytes() / 4, device.info().largestArrayBytes()) / 8);
    }

    private static void copies(Part part, Device device, int most) {
        int size = fitting(device, most);
        float[] here = new float[size];
        try (DeviceFloats there = device.floats(size)) {
            double to = 4.0 * size / median(() -> there.write(0, here, 0, size));
            double from = 4.0 * size / median(() -> there.read(0, here, 0, size));
            part.fact("bytes", 4L * size).fact("toDeviceBytesPerSecond", to).fact("fromDeviceBytesPerSecond", from);
            part.say("%.2f GB/s to the device, %.2f GB/s from it", to / 1e9, from / 1e9);
        }
    }

    /** y += a·x reads two arrays that no cache holds, and writes one. */
    private static void within(Part part, Device device, int most) {
        int size = fitting(device, most);
        try (DeviceFloats x = device.floats(size);
                DeviceFloats y = device.floats(size);
                DeviceInts sizes = ints(device, size);
                DeviceFloats a = device.floats(1)) {
            int group = DevicePriorKernels.AXPY.groupSize(0);
            double rate = 3.0 * Float.BYTES * size / median(() -> {
                device.launch(DevicePriorKernels.AXPY, 0, (size + group - 1) / group, x, y, sizes, a);
                device.finish();
            });
            part.fact("bytes", 12L * size).fact("bytesPerSecond", rate).say("%.1f GB/s read and written", rate / 1e9);
        }
    }

    /** Of a kernel that does next to nothing, in a row and one by one. */
    private static void launches(Part part, Device device) {
        DeviceArray[] arguments = {device.floats(1), device.floats(1), ints(device, 1), device.floats(1)};
        double inRow = median(() -> {
            for (int i = 0; i < LAUNCHES; i++) {
                device.launch(DevicePriorKernels.AXPY, 0, 1, arguments);
            }
            device.finish();
        }) / LAUNCHES;
        double waited = median(() -> {
            for (int i = 0; i < LAUNCHES / 10; i++) {
                device.launch(DevicePriorKernels.AXPY, 0, 1, arguments);
                device.finish();
            }
        }) / (LAUNCHES / 10);
        part.fact("secondsInRow", inRow).fact("secondsWaited", waited);
        part.say("%.1f us each in a row, %.1f us each where waited for", inRow * 1e6, waited * 1e6);
    }

    /** Normal equations of rows whose 64 different others stay in every cache. */
    private static void multiplyAdds(Part part, Device device, int factors, int segmentsPerUnit) {
        int segments = segmentsPerUnit * device.info().computeUnits();
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
        DeviceArray[] arguments = {device.floats(OTHERS * factors), device.floats(OTHERS), ints(device, index),
                device.floats(entries), ints(device, table),
                device.floats(segments * DeviceAlsKernels.partialSize(factors)), ints(device, segments),
                device.floats(1)};
        double rate = normalSteps(factors) * entries / median(() -> {
            device.launch(DeviceAlsKernels.NORMAL, factors, segments, arguments);
            device.finish();
        });
        part.fact("factors", factors).fact("multiplyAddsPerSecond", rate).say("%.1f G/s", rate / 1e9);
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

    private static double median(Runnable work) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            times.add(Figures.seconds(start));
        }
        return Figures.median(times.subList(1, times.size()));
    }
}
