package dev.marquee.cf.kernels;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceArray;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.common.error.TrainingFailed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;

/**
 * Runs the kernels through TornadoVM, which compiles them when they are first called. For the comparison with what was
 * compiled ahead of time, and to work on kernels: arrays stay in the host's memory and go to the device and back with
 * every launch, which costs far more than most kernels.
 *
 * <p>
 * A compiled plan belongs to a kernel and the arrays it was called with; the latest are kept. Not thread-safe.
 */
final class JitDevice implements Device {
    /** Plans that keep their memory on the device, more than any trainer has in its loop. */
    private static final int PLANS = 64;

    private final DeviceInfo info;
    private final LinkedHashMap<List<Object>, JitPlan> plans = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    JitDevice(DeviceInfo info) {
        this.info = info;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public DeviceFloats floats(int size) {
        return new JitFloats(this, take(size));
    }

    @Override
    public DeviceInts ints(int size) {
        return new JitInts(this, take(size));
    }

    private int take(int size) {
        if (size * 4L > freeBytes()) {
            throw new TrainingFailed(info.line() + " has no room for " + size * 4L + " bytes: " + freeBytes()
                    + " are free");
        }
        used += size * 4L;
        return size;
    }

    /** Forgets an array and the plans that used it. */
    void free(JitArray array, int size) {
        used -= size * 4L;
        plans.entrySet().removeIf(entry -> {
            boolean uses = entry.getKey().contains(array.values());
            if (uses) {
                entry.getValue().close();
            }
            return uses;
        });
    }

    @Override
    public long freeBytes() {
        return info.memoryBytes() - used;
    }

    @Override
    public void launch(Kernel kernel, int factors, int groups, DeviceArray... arguments) {
        Object[] arrays = Arrays.stream(arguments).map(argument -> ((JitArray) argument).values()).toArray();
        Object[] key = Arrays.copyOf(arrays, arrays.length + 2);
        key[arrays.length] = kernel;
        key[arrays.length + 1] = factors;
        try {
            JitPlan plan = plans.computeIfAbsent(List.of(key), absent -> new JitPlan(kernel, factors, arrays));
            plan.run(groups);
        } catch (TornadoRuntimeException e) {
            throw new TrainingFailed(info.line() + " could not run " + kernel.method() + ": " + e.getMessage(), e);
        }
        if (plans.size() > PLANS) {
            Map.Entry<List<Object>, JitPlan> oldest = plans.pollFirstEntry();
            oldest.getValue().close();
        }
    }

    /** Nothing is left running: a launch ends when its results are back. */
    @Override
    public void finish() {}

    @Override
    public void close() {
        plans.values().forEach(JitPlan::close);
        plans.clear();
    }
}
