package dev.marquee.cf.app.recommend;

import dev.marquee.common.error.TemporarilyUnavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that take long to make, kept for a hundred times as long as that took: however often one is asked for, it
 * takes a hundredth of somebody's time at most. Who asks while an answer is made gets the same one. Few are made at a
 * time, and few are kept. Never blocks. Thread-safe.
 */
final class KeptAnswers<K, V> {
    private static final int KEPT = 8;
    private static final int MADE_AT_ONCE = 2;
    private static final int TIMES = 100;

    private final LongSupplier nanos;
    private final Map<K, Answer<V>> answers = new LinkedHashMap<>(KEPT, 0.75f, true);
    private int making;

    /** @param nanos the clock */
    KeptAnswers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param made when and in what time; {@code null} as long as it is not */
    private record Answer<V>(CompletableFuture<V> future, @Nullable Made made) {}

    private record Made(long at, long took) {}

    /**
     * @param maker makes the answer where there is none
     * @param worker runs the maker, or fails at once
     * @return completes on the worker's thread; fails as the maker does, and then nothing is kept
     * @throws TemporarilyUnavailable where others are being made
     */
    CompletableFuture<V> get(K key, Callable<V> maker, Executor worker) {
        CompletableFuture<V> future = new CompletableFuture<>();
        synchronized (this) {
            Answer<V> there = answers.get(key);
            if (there != null && !isStale(there)) {
                return there.future();
            }
            if (making == MADE_AT_ONCE) {
                throw busy();
            }
            making++;
            keep(key, new Answer<>(future, null));
        }
        try {
            worker.execute(() -> make(key, future, maker));
        } catch (RuntimeException e) {
            fail(key, future, e);
        }
        return future;
    }

    private boolean isStale(Answer<V> answer) {
        return answer.made() != null && nanos.getAsLong() - answer.made().at() > TIMES * answer.made().took();
    }

    private void keep(K key, Answer<V> answer) {
        answers.put(key, answer);
        if (answers.size() > KEPT) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    private void make(K key, CompletableFuture<V> future, Callable<V> maker) {
        long start = nanos.getAsLong();
        V value;
        try {
            value = maker.call();
        } catch (Exception | Error e) {
            fail(key, future, e);
            return;
        }
        synchronized (this) {
            making--;
            long now = nanos.getAsLong();
            keep(key, new Answer<>(future, new Made(now, now - start)));
        }
        future.complete(value);
    }

    private void fail(K key, CompletableFuture<V> future, Throwable failure) {
        synchronized (this) {
            making--;
            answers.remove(key);
        }
        future.completeExceptionally(failure);
    }

    private static TemporarilyUnavailable busy() {
        return new TemporarilyUnavailable("Popular movies of other days are being counted: try again in a moment.",
                Duration.ofSeconds(1), new TimeoutException());
    }
}
