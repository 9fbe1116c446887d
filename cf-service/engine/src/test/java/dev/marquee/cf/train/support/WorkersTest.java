package dev.marquee.cf.train.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.common.error.TrainingFailed;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {

    /** Says that the training is to stop, once it was asked so often. */
    private record StopAfter(int times, AtomicInteger asked) implements TrainListener {
        @Override
        public void progress(TrainProgress progress) {}

        @Override
        public boolean cancelled() {
            return asked.incrementAndGet() > times;
        }
    }

    @Test
    void theTaskRunsOnceOnEachWorker() {
        for (int count = 1; count <= 4; count++) {
            Set<Integer> numbers = Collections.synchronizedSet(new TreeSet<>());
            AtomicInteger runs = new AtomicInteger();
            try (Workers workers = new Workers(count, TrainListener.NONE)) {
                workers.run(worker -> {
                    numbers.add(worker);
                    runs.incrementAndGet();
                });
                assertEquals(count, workers.count());
            }
            assertEquals(count, runs.get());
            assertEquals(count, numbers.size());
        }
    }

    @Test
    void chunksHaveAllRowsOnceFromMultiplesOfTheirNumber() {
        for (int count = 1; count <= 3; count++) {
            for (int rows : new int[]{0, 1, 6, 7, 8, 20, 21}) {
                Map<Integer, Integer> chunks = Collections.synchronizedMap(new TreeMap<>());
                try (Workers workers = new Workers(count, TrainListener.NONE)) {
                    workers.chunks(rows, 7, chunks::put);
                }
                Map<Integer, Integer> expected = new TreeMap<>();
                for (int from = 0; from < rows; from += 7) {
                    expected.put(from, Math.min(rows, from + 7));
                }
                assertEquals(expected, chunks, rows + " rows, " + count + " workers");
            }
        }
    }

    @Test
    void theWishToStopIsAskedForBeforeEachChunk() {
        for (int count = 1; count <= 2; count++) {
            AtomicInteger done = new AtomicInteger();
            try (Workers workers = new Workers(count, new StopAfter(3, new AtomicInteger()))) {
                assertThrows(CancellationException.class,
                        () -> workers.chunks(100, 1, (from, to) -> done.incrementAndGet()));
            }
            assertEquals(3, done.get(), count + " workers");
        }
    }

    @Test
    void whatATaskThrowsIsThrown() {
        try (Workers workers = new Workers(3, TrainListener.NONE)) {
            IllegalStateException thrown = new IllegalStateException("no");
            assertSame(thrown, assertThrows(IllegalStateException.class, () -> workers.run(worker -> {
                if (worker == 1) {
                    throw thrown;
                }
            })));
            TrainingFailed failed = assertThrows(TrainingFailed.class, () -> workers.run(worker -> {
                throw new AssertionError("an error");
            }));
            assertTrue(failed.getMessage().contains("an error"), failed.getMessage());
        }
    }

    @Test
    void anInterruptEndsTheTraining() {
        try (Workers workers = new Workers(2, TrainListener.NONE)) {
            Thread.currentThread().interrupt();
            assertThrows(TrainingFailed.class, () -> workers.run(worker -> {}));
            assertTrue(Thread.interrupted(), "whoever called must learn of it");
        }
    }
}
