package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RatingPipeTest {
    private static final int ROW = 38;

    /** Rows of the header's block and of six more: the last one is the first one's block, filled anew. */
    private static final int ROWS = 6 * 6898 + 100;

    @Test
    void aBlockThatComesBackAsTheLastIsNotTakenForTheLastBefore() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        try (RatingPipe pipe = new RatingPipe(consumer -> {
            for (int i = 1; i <= ROWS; i++) {
                consumer.accept(i, 1, 3, 0);
            }
            read.countDown();
            return ROWS;
        })) {
            RatingPipe.Block first = pipe.take();
            long bytes = first.length;
            boolean last = pipe.done(first);
            // A reader that is much faster has filled the block anew, and called it the last, before anybody looks at it.
            read.await(60, TimeUnit.SECONDS);
            assertFalse(last);
            RatingPipe.Block block;
            do {
                block = pipe.take();
                bytes += block.length;
            } while (!pipe.done(block));
            assertEquals(first, block, "the test is about a block that is used twice");
            assertEquals(BinaryRows.HEADER + (long) ROW * ROWS + BinaryRows.END_LENGTH, bytes);
            assertEquals(ROWS, pipe.rows());
        }
    }

    @Test
    void aFailureOfTheReaderReachesTheOtherSide() {
        try (RatingPipe pipe = new RatingPipe(consumer -> {
            throw new IllegalArgumentException("bad file");
        })) {
            assertEquals("bad file", assertThrows(IllegalArgumentException.class, pipe::take).getMessage());
        }
    }
}
