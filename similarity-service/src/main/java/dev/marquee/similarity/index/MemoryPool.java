package dev.marquee.similarity.index;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Working memory that is used again. A query needs some hundred kilobytes of it, and zeroing and collecting that costs
 * more than the query itself. Thread-safe.
 */
final class MemoryPool<T> {
    /** Queries that are worked on at once; further ones make their own. */
    private static final int KEPT = 8;

    private final BlockingQueue<T> free = new ArrayBlockingQueue<>(KEPT);
    private final Supplier<T> maker;

    /** @param maker makes what is missing */
    MemoryPool(Supplier<T> maker) {
        this.maker = maker;
    }

    /**
     * @param work must leave the memory as it found it; where it fails, the memory is given up
     */
    <R> R use(Function<T, R> work) {
        T spare = free.poll();
        T used = spare == null ? maker.get() : spare;
        R result = work.apply(used);
        free.offer(used);
        return result;
    }
}
