package dev.marquee.cf.device.cuda;

import dev.marquee.cf.device.DriverFailed;
import dev.marquee.cf.device.DriverSession;
import dev.marquee.cf.device.NativeLibrary;
import dev.marquee.cf.device.kernel.KernelProgram;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The primary context of a CUDA device. A context is current on a thread, and the device may be used from one thread
 * after another: it is made current before each call.
 */
final class CudaSession implements DriverSession {
    private static final long UNUSED_BYTES = 64;

    private final CudaCalls calls;
    private final CudaCompiler compiler;
    private final int device;
    private final long context;
    private final Set<Long> buffers = new HashSet<>();
    private final List<Long> modules = new ArrayList<>();
    /** The arguments of each kernel, the arrays to be filled in. */
    private final Map<Long, long[]> kernels = new HashMap<>();
    private long unused;

    private CudaSession(NativeLibrary library, int device) {
        this.calls = new CudaCalls(library);
        this.compiler = new CudaCompiler(library);
        this.device = device;
        this.context = calls.retain(device);
    }

    static CudaSession open(NativeLibrary library, int device) {
        CudaSession session = new CudaSession(library, device);
        try {
            session.unused = session.allocate(UNUSED_BYTES);
            return session;
        } catch (DriverFailed e) {
            session.close();
            throw e;
        }
    }

    @Override
    public long allocate(long bytes) {
        calls.makeCurrent(context);
        long address = calls.allocate(bytes);
        buffers.add(address);
        calls.zero(address, bytes);
        return address;
    }

    @Override
    public void free(long memory) {
        calls.makeCurrent(context);
        buffers.remove(memory);
        calls.free(memory);
    }

    @Override
    public void write(long memory, long at, MemorySegment source) {
        calls.makeCurrent(context);
        calls.write(memory + at, source);
    }

    @Override
    public void read(long memory, long at, MemorySegment target) {
        calls.makeCurrent(context);
        calls.read(memory + at, target);
    }

    @Override
    public long load(KernelProgram program) {
        calls.makeCurrent(context);
        long module = compiler.load(program);
        modules.add(module);
        long kernel = compiler.kernel(module, program.entry());
        long[] arguments = new long[KernelProgram.UNUSED + program.arrays() + (program.number() ? 1 : 0)];
        Arrays.fill(arguments, 0, KernelProgram.UNUSED, unused);
        kernels.put(kernel, arguments);
        return kernel;
    }

    @Override
    public void launch(long kernel, int groups, int groupSize, long[] memory) {
        calls.makeCurrent(context);
        long[] arguments = Objects.requireNonNull(kernels.get(kernel));
        System.arraycopy(memory, 0, arguments, KernelProgram.UNUSED, memory.length);
        calls.run(kernel, groups, groupSize, arguments);
    }

    @Override
    public void finish() {
        calls.makeCurrent(context);
        calls.finish();
    }

    @Override
    public long freeBytes(long used) {
        calls.makeCurrent(context);
        return calls.freeBytes();
    }

    @Override
    public void close() {
        DriverFailed.ignoredIn(() -> calls.makeCurrent(context));
        modules.forEach(module -> DriverFailed.ignoredIn(() -> compiler.unload(module)));
        buffers.forEach(buffer -> DriverFailed.ignoredIn(() -> calls.free(buffer)));
        // The last user's release ends the context, and with it what a lost kernel left behind.
        DriverFailed.ignoredIn(() -> calls.release(device));
    }
}
