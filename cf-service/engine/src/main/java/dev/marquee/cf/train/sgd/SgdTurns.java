package dev.marquee.cf.train.sgd;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets each movie group pass from thread to thread in a fixed order. A thread waits for the one group that it needs
 * next and not for all others to end their step, so that steps of unequal length cost nothing, and as the order is
 * fixed, the result does not depend on who was faster. Thread-safe.
 */
final class SgdTurns {
    private static final int SPINS = 1 << 10;
    private static final long NAP_NANOS = 20_000;

    private final AtomicIntegerArray passed;
    private final AtomicBoolean abandoned = new AtomicBoolean();

    SgdTurns(int groups) {
        passed = new AtomicIntegerArray(groups);
    }

    /** Before an epoch: no thread has been through any group. */
    void begin() {
        for (int group = 0; group < passed.length(); group++) {
            passed.set(group, 0);
        }
    }

    /**
     * Waits until so many threads have been through the group.
     *
     * @return false if that will not come to pass any more
     */
    boolean await(int group, int turn) {
        int spins = 0;
        while (passed.get(group) < turn) {
            if (abandoned.get()) {
                return false;
            }
            if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(NAP_NANOS);
            }
        }
        return true;
    }

    /** This thread is through with the group. */
    void pass(int group) {
        passed.incrementAndGet(group);
    }

    /** This thread will not go on; those who wait for it are told. */
    void abandon() {
        abandoned.set(true);
    }
}
