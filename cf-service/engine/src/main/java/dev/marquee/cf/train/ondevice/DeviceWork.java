package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceArray;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.train.DeviceOption;
import dev.marquee.cf.train.TrainListener;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A device at work for one training. Kernels run behind the back of whoever starts them; so now and then this waits for
 * those that were started and hears of a wish to stop: often enough for that wish to take effect soon, seldom enough
 * for the device not to wait for the host. What is computed does not depend on it. Used from the thread that trains.
 */
public final class DeviceWork {
    private static final long SHORT_NANOS = 20_000_000;
    private static final long LONG_NANOS = 100_000_000;
    private static final int NUMBERS_AT_ONCE = 1 << 22;
    /** Multiplications that a kernel may be started with before its speed is known. */
    private static final double FIRST_LIMIT = 1L << 24;

    public final Device device;
    /** K, which the kernels are compiled for. */
    public final int padded;
    private final Runnable checkCancelled;
    /** By kernel, as some do far more of them in a second than others. */
    private final IdentityHashMap<Kernel, Double> limits = new IdentityHashMap<>();
    private final Set<Kernel> running = Collections.newSetFromMap(new IdentityHashMap<>());
    /** 1: as much as should be started without waiting. */
    private double started;
    private long since;

    private DeviceWork(Device device, int padded, Runnable checkCancelled) {
        this.device = device;
        this.padded = padded;
        this.checkCancelled = checkCancelled;
    }

    /** For models of so many factors, with kernels that are compiled for {@link Kernel#FACTORS}; see the other. */
    public static DeviceWork of(Device device, int factors, TrainListener listener) {
        return of(device, factors, Kernel.FACTORS, listener);
    }

    /**
     * For models of so many factors.
     *
     * @param compiled numbers of factors that the kernels are compiled for, ascending
     * @param listener is asked whether to stop
     * @throws dev.marquee.common.error.InvalidRequest if the kernels are not compiled for as many
     */
    public static DeviceWork of(Device device, int factors, List<Integer> compiled, TrainListener listener) {
        int padded = Kernel.fitting(compiled, factors);
        if (padded == 0) {
            throw DeviceOption.tooManyFactors("a device", factors, compiled);
        }
        return new DeviceWork(device, padded, listener::checkCancelled);
    }

    /**
     * Starts a kernel.
     *
     * @param steps about how many multiplications it takes
     */
    public void launch(Kernel kernel, long steps, int groups, DeviceArray... arguments) {
        checkCancelled.run();
        if (running.isEmpty()) {
            since = System.nanoTime();
        }
        device.launch(kernel, kernel.perFactors() ? padded : 0, groups, arguments);
        running.add(kernel);
        started += steps / limits.getOrDefault(kernel, FIRST_LIMIT);
        if (started >= 1) {
            settle();
        }
    }

    /** Starts a kernel that has a work-item for each of so many numbers. */
    public void launchForEach(Kernel kernel, int numbers, DeviceArray... arguments) {
        launch(kernel, numbers, groups(numbers, kernel.groupSize(padded)), arguments);
    }

    /** Waits for all that was started. */
    private void settle() {
        device.finish();
        long took = System.nanoTime() - since;
        double change = took < SHORT_NANOS ? 2 : took > LONG_NANOS ? 0.5 : 1;
        for (Kernel kernel : running) {
            limits.merge(kernel, FIRST_LIMIT * change, (limit, unused) -> limit * change);
        }
        running.clear();
        started = 0;
        checkCancelled.run();
    }

    public void checkCancelled() {
        checkCancelled.run();
    }

    /** A part of a copy. */
    public interface Part {
        /** @param at the first number of the part */
        void copy(int at, int count);
    }

    /** Copies so many numbers in parts, and hears of a wish to stop in between. */
    public void copy(int numbers, Part part) {
        for (int at = 0; at < numbers; at += NUMBERS_AT_ONCE) {
            part.copy(at, Math.min(NUMBERS_AT_ONCE, numbers - at));
            checkCancelled.run();
        }
    }

    public static int groups(int numbers, int size) {
        return (int) (((long) numbers + size - 1) / size);
    }

    /** A new array of these numbers. */
    public DeviceInts ints(int... numbers) {
        DeviceInts array = device.ints(Math.max(1, numbers.length));
        array.write(0, numbers, 0, numbers.length);
        return array;
    }

    /** A new array of these numbers. */
    public DeviceFloats floats(float... numbers) {
        DeviceFloats array = device.floats(Math.max(1, numbers.length));
        array.write(0, numbers, 0, numbers.length);
        return array;
    }
}
