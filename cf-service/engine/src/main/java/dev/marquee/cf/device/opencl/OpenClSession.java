package dev.marquee.cf.device.opencl;

import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.DriverSession;
import dev.marquee.cf.device.NativeLibrary;
import dev.marquee.cf.device.kernel.KernelProgram;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * A context and a queue of an OpenCL device.
 */
final class OpenClSession implements DriverSession {
    private static final long UNUSED_BYTES = 64;
    private static final long LOCAL_BYTES = 8;

    private final OpenClCalls calls;
    private final OpenClCompiler compiler;
    private final long device;
    private final LongUnaryOperator freeMemory;
    private final Set<Long> buffers = new HashSet<>();
    /** What each kernel's arrays were set to last: setting one is a call of its own. */
    private final Map<Long, long[]> kernels = new HashMap<>();
    private long context;
    private long queue;
    private long unused;

    private OpenClSession(NativeLibrary library, long device, LongUnaryOperator freeMemory) {
        this.calls = new OpenClCalls(library);
        this.compiler = new OpenClCompiler(library);
        this.device = device;
        this.freeMemory = freeMemory;
    }

    /** @param freeMemory free bytes, given those that are used: there is no question to a driver for them */
    static OpenClSession open(NativeLibrary library, long platform, long device, LongUnaryOperator freeMemory) {
        OpenClSession session = new OpenClSession(library, device, freeMemory);
        try {
            session.context = session.calls.context(platform, device);
            session.queue = session.calls.queue(session.context, device);
            session.unused = session.allocate(UNUSED_BYTES);
            return session;
        } catch (DriverFailed e) {
            session.close();
            throw e;
        }
    }

    @Override
    public long allocate(long bytes) {
        long buffer = calls.buffer(context, bytes);
        buffers.add(buffer);
        calls.zero(queue, buffer, bytes);
        return buffer;
    }

    @Override
    public void free(long memory) {
        buffers.remove(memory);
        // The next buffer may get the same handle, and a kernel would then be left with the old one.
        kernels.values().forEach(last -> Arrays.fill(last, 0));
        calls.releaseBuffer(memory);
    }

    @Override
    public void write(long memory, long at, MemorySegment source) {
        calls.write(queue, memory, at, source);
    }

    @Override
    public void read(long memory, long at, MemorySegment target) {
        calls.read(queue, memory, at, target);
    }

    @Override
    public long load(KernelProgram program) {
        long kernel = compiler.compile(context, device, program);
        kernels.put(kernel, new long[program.arrays()]);
        for (int i = 0; i < KernelProgram.UNUSED; i++) {
            if (i == KernelProgram.LOCAL) {
                calls.localArgument(kernel, i, LOCAL_BYTES);
            } else {
                calls.bufferArgument(kernel, i, unused);
            }
        }
        if (program.number()) {
            calls.numberArgument(kernel, KernelProgram.UNUSED + program.arrays(), 0);
        }
        return kernel;
    }

    @Override
    public void launch(long kernel, int groups, int groupSize, long[] memory) {
        long[] last = Objects.requireNonNull(kernels.get(kernel));
        for (int i = 0; i < memory.length; i++) {
            if (last[i] != memory[i]) {
                calls.bufferArgument(kernel, KernelProgram.UNUSED + i, memory[i]);
                last[i] = memory[i];
            }
        }
        calls.run(queue, kernel, groups, groupSize);
    }

    @Override
    public void finish() {
        calls.finish(queue);
    }

    @Override
    public long freeBytes(long used) {
        return freeMemory.applyAsLong(used);
    }

    @Override
    public void close() {
        if (queue != 0) {
            DriverFailed.ignoredIn(() -> calls.finish(queue));
        }
        kernels.keySet().forEach(kernel -> DriverFailed.ignoredIn(() -> compiler.release(kernel)));
        buffers.forEach(buffer -> DriverFailed.ignoredIn(() -> calls.releaseBuffer(buffer)));
        if (queue != 0) {
            DriverFailed.ignoredIn(() -> calls.releaseQueue(queue));
        }
        if (context != 0) {
            DriverFailed.ignoredIn(() -> calls.releaseContext(context));
        }
    }
}
