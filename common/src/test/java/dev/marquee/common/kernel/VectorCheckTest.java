package dev.marquee.common.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The verdict on a clock that the work itself moves on, so that no test depends on the machine. */
class VectorCheckTest {
    private static final long PATIENCE = 1_000_000;

    private long now;
    private int calls;

    private VectorCheck.Dot taking(long nanos) {
        return (a, b) -> {
            now += nanos;
            calls++;
            return a[0];
        };
    }

    private VectorCheck.Outcome measure(VectorCheck.Dot vector, VectorCheck.Dot plain) {
        return VectorCheck.measure(vector, plain, () -> now, PATIENCE);
    }

    @Test
    void aFasterVectorPathPaysAfterOneTurn() {
        VectorCheck.Outcome outcome = measure(taking(100), taking(400));
        assertTrue(outcome.pays(), outcome.toString());
        assertEquals(new VectorCheck.Outcome(100, 400), outcome);
        assertEquals(2 * 16, calls);
    }

    @Test
    void aSlowerOneIsToldWhenPatienceIsOver() {
        VectorCheck.Outcome outcome = measure(taking(150_000), taking(500));
        assertFalse(outcome.pays(), outcome.toString());
        assertEquals(2 * 16, calls, "one turn of the slow path takes longer than the patience");
        assertEquals(new VectorCheck.Outcome(150_000, 500), outcome);
    }

    @Test
    void oneThatIsCompiledLaterIsWaitedFor() {
        VectorCheck.Dot warmingUp = (a, b) -> {
            now += calls++ < 100 ? 2000 : 50;
            return a[0];
        };
        assertTrue(measure(warmingUp, taking(300)).pays());
        assertTrue(now < PATIENCE, "it ended as soon as it was known");
    }

    @Test
    void theRealKernelsAreMeasured() {
        VectorCheck.Outcome outcome = VectorCheck.of(Kernels.get(), 0);
        assertTrue(outcome.vectorNanos() > 0 && outcome.vectorNanos() < Double.MAX_VALUE, outcome.toString());
        assertTrue(outcome.plainNanos() > 0 && outcome.plainNanos() < Double.MAX_VALUE, outcome.toString());
    }
}
