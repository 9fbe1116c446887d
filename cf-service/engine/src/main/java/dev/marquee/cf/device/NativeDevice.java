package dev.marquee.cf.device;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.device.kernel.KernelPrograms;
import dev.marquee.common.error.TrainingFailed;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A device that is called through its driver's library: checks what is asked of it, keeps the books of its memory, and
 * turns a driver's errors into {@link TrainingFailed}.
 */
public final class NativeDevice implements Device {
    private static final String MEMORY = "Train with fewer factors, or with device=cpu.";
    private static final String ANYTHING = "Train again, which opens it anew, or with device=cpu.";

    private final DeviceInfo info;
    private final KernelPrograms programs;
    private final long limit;
    private final DriverSession session;
    private final Staging staging;
    private final Map<Kernel, Map<Integer, Long>> loaded = new HashMap<>();
    private long used;
    private boolean failed;
    private boolean closed;

    /**
     * @param limit bytes that arrays may take together; 0: as many as there are
     * @param opener opens a session with the device's driver
     */
    public NativeDevice(DeviceInfo info, long limit, KernelPrograms programs, Supplier<DriverSession> opener) {
        this.info = info;
        this.limit = limit;
        this.programs = programs;
        this.session = ask("opening it", opener);
        this.staging = new Staging(session, programs.headerBytes());
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public DeviceFloats floats(int size) {
        return new NativeFloats(memory(size));
    }

    @Override
    public DeviceInts ints(int size) {
        return new NativeInts(memory(size));
    }

    private NativeMemory memory(int size) {
        require(size >= 0, "an array of " + size + " numbers");
        checkUsable();
        // Drivers refuse memory of no bytes.
        long bytes = programs.headerBytes() + Integer.BYTES * (long) Math.max(1, size);
        if (bytes > info.largestArrayBytes()) {
            throw noRoom("an array of " + bytes + " bytes is more than the " + info.largestArrayBytes()
                    + " that it gives at once");
        }
        long free = freeBytes();
        if (bytes > free) {
            throw noRoom("out of memory: an array of " + bytes + " bytes, where " + Math.max(0, free) + " are free");
        }
        long handle = ask("allocating an array of " + bytes + " bytes", () -> session.allocate(bytes));
        used += bytes;
        return new NativeMemory(this, handle, size, bytes);
    }

    /** Quiet where the device cannot be used any more: the memory is gone with it. */
    void free(NativeMemory memory) {
        if (!closed && !failed) {
            used -= memory.bytes();
            run("freeing an array", () -> session.free(memory.handle()));
        }
    }

    @Override
    public long freeBytes() {
        checkUsable();
        long free = ask("asking for its free memory", () -> session.freeBytes(used));
        return limit == 0 ? free : Math.min(free, limit - used);
    }

    /** Copies to or from memory. */
    void copy(String what, Consumer<Staging> copy) {
        checkUsable();
        run(what, () -> copy.accept(staging));
    }

    @Override
    public void launch(Kernel kernel, int factors, int groups, DeviceArray... arguments) {
        checkUsable();
        require(kernel.compiledFor().contains(factors),
                kernel + " is not compiled for " + factors + " factors");
        require(groups > 0, kernel + " with " + groups + " work-groups");
        long[] memory = NativeMemory.handles(this, kernel, arguments);
        Map<Integer, Long> compiled = loaded.computeIfAbsent(kernel, unused -> new HashMap<>());
        if (!compiled.containsKey(factors)) {
            compiled.put(factors,
                    ask("compiling " + name(kernel, factors), () -> session.load(programs.program(kernel, factors))));
        }
        run("starting " + name(kernel, factors),
                () -> session.launch(compiled.get(factors), groups, kernel.groupSize(factors), memory));
    }

    private static String name(Kernel kernel, int factors) {
        return kernel.method() + (kernel.perFactors() ? " for " + factors + " factors" : "");
    }

    @Override
    public void finish() {
        checkUsable();
        run("waiting for its kernels", session::finish);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.close();
        }
    }

    private void checkUsable() {
        if (closed) {
            throw new IllegalStateException("the device was closed");
        }
        if (failed) {
            throw new TrainingFailed(told("it failed before", ANYTHING));
        }
    }

    private void run(String what, Runnable call) {
        ask(what, () -> {
            call.run();
            return null;
        });
    }

    private <T> T ask(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (DriverFailed e) {
            failed = true;
            throw new TrainingFailed(
                    told(what + " failed (" + e.getMessage() + ")", e.isOfMemory() ? MEMORY : ANYTHING), e);
        }
    }

    private TrainingFailed noRoom(String what) {
        return new TrainingFailed(told(what, MEMORY));
    }

    private String told(String what, String remedy) {
        return info.line() + ": " + what + ". " + remedy;
    }

    static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
