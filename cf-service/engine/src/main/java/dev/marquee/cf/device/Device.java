package dev.marquee.cf.device;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.common.error.TrainingFailed;

/**
 * A device that was opened for one training: it holds arrays and runs {@link Kernel}s over them, one after the other in
 * the order of the calls. Closing it frees everything. Used from one thread at a time.
 *
 * <p>
 * Every method throws {@link TrainingFailed}, naming the device and what was asked of it, where the device is out of
 * memory or does not answer any more; nothing but {@link #close} is of use after that.
 */
public interface Device extends AutoCloseable {

    DeviceInfo info();

    /** New zeros. */
    DeviceFloats floats(int size);

    /** New zeros. */
    DeviceInts ints(int size);

    /** Bytes that can still be had for arrays, as far as the device tells. */
    long freeBytes();

    /**
     * Starts a kernel; it may still run when the call returns.
     *
     * @param factors K of the compiled kernel, one of {@link Kernel#compiledFor()}
     * @param groups number of work-groups, 1 or more; their size is the kernel's own
     * @param arguments as {@link Kernel#arguments()} says
     */
    void launch(Kernel kernel, int factors, int groups, DeviceArray... arguments);

    /** Waits for everything that was started. */
    void finish();

    @Override
    void close();
}
