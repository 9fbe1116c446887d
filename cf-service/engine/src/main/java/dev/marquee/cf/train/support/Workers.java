package dev.marquee.cf.train.support;

import dev.marquee.cf.train.TrainListener;
import dev.marquee.common.error.TrainingFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one training, which carry the wish to stop: whoever works on them for long asks
 * {@link #checkCancelled}, and what is divided into many parts here asks before each. Used from the thread that made
 * it, apart from {@code checkCancelled}.
 */
public final class Workers implements AutoCloseable {
    private final int count;
    private final Runnable checkCancelled;
    private final @Nullable ExecutorService pool;

    /** @param listener is asked whether to stop */
    public Workers(int count, TrainListener listener) {
        this.count = count;
        this.checkCancelled = listener::checkCancelled;
        this.pool = count == 1
                ? null
                : Executors.newFixedThreadPool(count, Thread.ofPlatform().name("train-", 0).daemon(true).factory());
    }

    public int count() {
        return count;
    }

    /** @throws java.util.concurrent.CancellationException if there is a wish to stop */
    public void checkCancelled() {
        checkCancelled.run();
    }

    /**
     * Runs the task once on each worker, with the worker's number, and waits for all.
     *
     * @throws RuntimeException the first that a task threw
     */
    public void run(IntConsumer task) {
        if (pool == null) {
            task.accept(0);
            return;
        }
        List<Future<?>> futures = new ArrayList<>(count);
        for (int worker = 0; worker < count; worker++) {
            int number = worker;
            futures.add(pool.submit(() -> task.accept(number)));
        }
        RuntimeException failure = null;
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failure = failure != null
                        ? failure
                        : e.getCause() instanceof RuntimeException known
                                ? known
                                : new TrainingFailed("A worker of the training failed: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new TrainingFailed("The training was interrupted.", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Some rows, one after the other. */
    public interface Rows {
        /** @param to after the last */
        void accept(int from, int to);
    }

    /**
     * Runs the task for all rows from 0, so many at once, on whichever worker is free, and waits for all. Each call has
     * the rows from a multiple of that number.
     *
     * @throws RuntimeException the first that a task threw
     */
    public void chunks(int rows, int atOnce, Rows task) {
        AtomicInteger next = new AtomicInteger();
        run(worker -> {
            for (int from = next.getAndAdd(atOnce); from < rows; from = next.getAndAdd(atOnce)) {
                checkCancelled();
                task.accept(from, Math.min(rows, from + atOnce));
            }
        });
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
