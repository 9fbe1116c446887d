package dev.marquee.common.kernel;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Measures whether the Vector API is worth having in this process. Where the compiler knows its operations it is
 * several times faster than plain loops; where it does not, each operation becomes a call that allocates, hundreds of
 * times slower, and nothing else tells: a native executable that was built without {@code -H:+VectorAPISupport}, a
 * HotSpot with C1 alone. Thread-safe.
 */
public final class VectorCheck {
    /** Long enough for the vector loop to count, short enough for a slow one to be found out within a millisecond. */
    static final int LENGTH = 1024;
    private static final int CALLS = 16;

    private VectorCheck() {}

    /**
     * What was measured.
     *
     * @param vectorNanos the least time of one dot product of {@value VectorCheck#LENGTH} floats
     * @param plainNanos the same by plain loops
     */
    public record Outcome(double vectorNanos, double plainNanos) {

        /** Whether the Vector API is at least as fast as plain loops. */
        public boolean pays() {
            return vectorNanos <= plainNanos;
        }
    }

    /** Work whose result must be used, so that no compiler drops it. */
    @FunctionalInterface
    interface Dot {
        float of(float[] a, float[] b);
    }

    /**
     * Measures in turns until the given kernels are seen to pay, or patience is over. HotSpot needs some tenths of a
     * second of it, for it interprets both at first; in a native executable the first turn tells, after some
     * microseconds.
     */
    public static Outcome of(VectorKernels kernels, long patienceNanos) {
        VectorKernels plain = Kernels.reference();
        return measure((a, b) -> kernels.dot(a, 0, b, 0, LENGTH), (a, b) -> plain.dot(a, 0, b, 0, LENGTH),
                System::nanoTime, patienceNanos);
    }

    static Outcome measure(Dot vector, Dot plain, LongSupplier nanoTime, long patienceNanos) {
        float[] a = new float[LENGTH];
        float[] b = new float[LENGTH];
        Arrays.fill(a, 0.5f);
        long start = nanoTime.getAsLong();
        Outcome best = new Outcome(Double.MAX_VALUE, Double.MAX_VALUE);
        do {
            best = new Outcome(Math.min(best.vectorNanos, time(vector, a, b, nanoTime)),
                    Math.min(best.plainNanos, time(plain, a, b, nanoTime)));
        } while (!best.pays() && nanoTime.getAsLong() - start < patienceNanos);
        return best;
    }

    /** Nanoseconds of one call. Each result goes into the operands of the next. */
    private static double time(Dot dot, float[] a, float[] b, LongSupplier nanoTime) {
        long start = nanoTime.getAsLong();
        for (int call = 0; call < CALLS; call++) {
            b[call] = dot.of(a, b) * 1e-6f;
        }
        return (nanoTime.getAsLong() - start) / (double) CALLS;
    }
}
