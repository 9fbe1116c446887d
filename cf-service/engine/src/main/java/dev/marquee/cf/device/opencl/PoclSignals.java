package dev.marquee.cf.device.opencl;

import dev.marquee.cf.device.NativeFunction;
import dev.marquee.cf.device.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/**
 * Keeps PoCL, an OpenCL that runs on the CPU, from taking over SIGFPE. It skips the instruction that divided by zero,
 * on any thread; the JVM lives on that signal, and with it gone {@code 1 / 0} in Java is a number instead of an
 * {@link ArithmeticException}. See {@link SignalHandlers} for what its compiler does.
 */
final class PoclSignals {

    /** Functions of the C library. */
    enum Function implements NativeFunction {
        SETENV;

        @Override
        public String symbol() {
            return "setenv";
        }

        @Override
        public String shape() {
            return "i:ppi";
        }
    }

    private PoclSignals() {}

    /**
     * Before the OpenCL library is first called. Does nothing where there is no such function: nor is there PoCL's
     * handler.
     */
    static void keepJavasOwn() {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle setenv = NativeLibrary.standard().function(Function.SETENV);
            int ignored = (int) setenv.invokeExact(arena.allocateFrom("POCL_SIGFPE_HANDLER"), arena.allocateFrom("0"),
                    1);
        } catch (NativeLibrary.Unusable e) {
            return;
        } catch (Throwable e) {
            throw NativeLibrary.unexpected(e);
        }
    }
}
