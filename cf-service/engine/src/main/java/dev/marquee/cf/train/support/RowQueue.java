package dev.marquee.cf.train.support;

import dev.marquee.cf.matrix.Csr;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The rows of a matrix that have entries, handed out to workers longest first, so that none waits long for another at
 * the end. Immutable, thread-safe.
 */
public final class RowQueue {
    private static final int ROWS_AT_ONCE = 16;

    private final int[] order;

    public RowQueue(Csr ratings) {
        this.order = IntStream.range(0, ratings.rows()).filter(row -> ratings.length(row) > 0).boxed()
                .sorted((a, b) -> Integer.compare(ratings.length(b), ratings.length(a))).mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Visits each row once.
     *
     * @param task makes what one worker does with a row
     */
    public void forEach(Workers workers, Supplier<IntConsumer> task) {
        AtomicInteger next = new AtomicInteger();
        workers.run(worker -> {
            IntConsumer work = task.get();
            int from = next.getAndAdd(ROWS_AT_ONCE);
            while (from < order.length) {
                for (int i = from; i < Math.min(from + ROWS_AT_ONCE, order.length); i++) {
                    workers.checkCancelled();
                    work.accept(order[i]);
                }
                from = next.getAndAdd(ROWS_AT_ONCE);
            }
        });
    }
}
