package dev.marquee.cf.device.opencl;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.marquee.cf.device.NativeFunction;
import dev.marquee.cf.device.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the process's signal handlers while an OpenCL driver compiles. LLVM, by which PoCL does that, then takes over
 * all signals that end a process, for the rest of its life, each handler for one signal. But the JVM lives on some of
 * them: a thread that meets null gets SIGSEGV. Two at the same moment find no handler, and the process ends without a
 * word. So whatever was changed is changed back at once, by a thread that looks all the while, and LLVM, which believes
 * that it has them, does not take them again.
 */
final class SignalHandlers implements AutoCloseable {
    private static final int SIGNALS = 31;
    /** On Linux and macOS alike; among the last that LLVM takes. */
    private static final int SIGSEGV = 11;
    /** More than a {@code struct sigaction} takes anywhere; it begins with the handler. */
    private static final long BYTES = 256;
    private static final long PAUSE_NANOS = 20_000;

    /** Functions of the C library. */
    enum Function implements NativeFunction {
        SIGACTION;

        @Override
        public String symbol() {
            return "sigaction";
        }

        @Override
        public String shape() {
            return "i:ipp";
        }
    }

    /** {@code null} where the system has no such signals. */
    private final @Nullable MethodHandle sigaction;
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment before = arena.allocate(BYTES * (SIGNALS + 1));
    private volatile boolean closed;

    private SignalHandlers(@Nullable MethodHandle sigaction) {
        this.sigaction = sigaction;
    }

    /** Those of now, until closed. */
    static SignalHandlers keep() {
        SignalHandlers handlers = new SignalHandlers(function());
        for (int signal = 1; signal <= SIGNALS; signal++) {
            handlers.call(signal, NULL, handlers.before(signal));
        }
        Thread.ofPlatform().daemon(true).name("signal-handlers").start(handlers::watch);
        return handlers;
    }

    private static @Nullable MethodHandle function() {
        try {
            return NativeLibrary.standard().function(Function.SIGACTION);
        } catch (NativeLibrary.Unusable e) {
            return null;
        }
    }

    private void watch() {
        MemorySegment now = arena.allocate(BYTES);
        while (!closed && sigaction != null) {
            if (isChanged(SIGSEGV, now)) {
                putBack();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void putBack() {
        MemorySegment now = arena.allocate(BYTES);
        for (int signal = 1; signal <= SIGNALS; signal++) {
            if (isChanged(signal, now)) {
                call(signal, before(signal), NULL);
            }
        }
    }

    private boolean isChanged(int signal, MemorySegment now) {
        call(signal, NULL, now);
        return now.get(JAVA_LONG, 0) != before(signal).get(JAVA_LONG, 0);
    }

    private MemorySegment before(int signal) {
        return before.asSlice(BYTES * signal, BYTES);
    }

    /** Some signals cannot be asked for, or set: that is no matter. */
    private void call(int signal, MemorySegment set, MemorySegment get) {
        if (sigaction != null) {
            try {
                int ignored = (int) sigaction.invokeExact(signal, set, get);
            } catch (Throwable e) {
                throw NativeLibrary.unexpected(e);
            }
        }
    }

    /** The handlers are those of the beginning. */
    @Override
    public void close() {
        closed = true;
        putBack();
    }
}
