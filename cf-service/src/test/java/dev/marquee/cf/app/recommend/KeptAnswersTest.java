package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.TemporarilyUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
    private long now;
    private int made;
    private final List<Runnable> waiting = new ArrayList<>();
    private final KeptAnswers<Integer, Integer> answers = new KeptAnswers<>(() -> now);

    /** Takes three. */
    private final Callable<Integer> maker = () -> {
        now += 3;
        return ++made;
    };

    private int answer(int key) {
        return answers.get(key, maker, Runnable::run).join();
    }

    @Test
    void anAnswerServesAHundredTimesAsLongAsItTook() {
        assertEquals(1, answer(7));
        now += 300;
        assertEquals(1, answer(7));
        assertEquals(2, answer(8));
        now += 1;
        assertEquals(3, answer(7));
        assertEquals(2, answer(8));
    }

    @Test
    void whoAsksMeanwhileGetsTheSame() {
        CompletableFuture<Integer> first = answers.get(7, maker, waiting::add);
        now += 1_000_000;
        CompletableFuture<Integer> second = answers.get(7, maker, waiting::add);
        assertEquals(1, waiting.size());
        assertFalse(second.isDone());
        waiting.getFirst().run();
        assertEquals(1, first.join());
        assertEquals(1, second.join());
    }

    @Test
    void fewAreMadeAtOnce() {
        CompletableFuture<Integer> first = answers.get(1, maker, waiting::add);
        CompletableFuture<Integer> second = answers.get(2, maker, waiting::add);
        assertThrows(TemporarilyUnavailable.class, () -> answers.get(3, maker, waiting::add));
        waiting.forEach(Runnable::run);
        assertTrue(first.isDone() && second.isDone());
        assertEquals(3, answer(3));
    }

    @Test
    void aFailureIsToldAndNotKept() {
        Callable<Integer> broken = () -> {
            throw new IllegalStateException("broken");
        };
        for (int i = 0; i < 5; i++) {
            CompletableFuture<Integer> failed = answers.get(7, broken, Runnable::run);
            assertTrue(failed.isCompletedExceptionally());
            CompletableFuture<Integer> ended = answers.get(7, broken, work -> {
                throw new RejectedExecutionException("ends");
            });
            assertTrue(ended.isCompletedExceptionally());
        }
        assertEquals(1, answer(7));
    }

    @Test
    void theOnesAskedForLastAreKept() {
        for (int key = 1; key <= 9; key++) {
            answer(key);
            assertEquals(1, answer(1));
        }
        assertEquals(9, answer(9));
        assertEquals(10, answer(2));
    }
}
