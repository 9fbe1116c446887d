package dev.marquee.cf.boost;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * How the threads of XGBoost wait for each other. Left to itself OpenMP has them spin, which is quick while each has a
 * core of its own: beside other work, trees took seven times as long. It reads this from the environment when it is
 * loaded, so the process says it to itself before.
 */
final class OpenMp {
    private static final String NAME = "OMP_WAIT_POLICY";

    private OpenMp() {}

    /** Has threads sleep while they wait, unless the environment says otherwise; where that cannot be said, nothing. */
    static void waitAsleep() {
        if (System.getenv(NAME) != null) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        SymbolLookup lookup = linker.defaultLookup();
        Optional<MemorySegment> setenv = lookup.find("setenv");
        if (setenv.isEmpty()) {
            return;
        }
        MethodHandle call = linker.downcallHandle(setenv.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int ignored = (int) call.invokeExact(arena.allocateFrom(NAME), arena.allocateFrom("passive"), 1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
