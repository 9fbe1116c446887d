package dev.marquee.cf.ratings;

import dev.marquee.cf.ingest.RatingConsumer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Carries ratings from a thread that reads them to the one that sends them to the database, so that both work at once.
 * A few blocks of bytes go round; whoever is faster waits.
 */
final class RatingPipe implements AutoCloseable {
    private static final int BLOCKS = 6;
    private static final int BLOCK_BYTES = 1 << 18;
    private static final long JOIN_MILLIS = 10_000;

    /** Reads all ratings into the consumer. */
    @FunctionalInterface
    interface Source {
        long read(RatingConsumer consumer);
    }

    /** Bytes of rows, from 0 to length. */
    static final class Block {
        final byte[] bytes = new byte[BLOCK_BYTES];
        int length;
        private boolean last;
    }

    private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread reader;
    private Block filling = new Block();
    private volatile long rows;
    private volatile @Nullable Throwable failure;

    /** Starts reading. */
    RatingPipe(Source source) {
        for (int i = 1; i < BLOCKS; i++) {
            empty.add(new Block());
        }
        reader = Thread.ofPlatform().name("ratings-reader").daemon(true).start(() -> run(source));
    }

    private void run(Source source) {
        try {
            filling.length = BinaryRows.writeHeader(filling.bytes);
            rows = source.read(this::add);
            filling.length = BinaryRows.writeEnd(filling.bytes, filling.length);
            filling.last = true;
            full.put(filling);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** The last block, however it came to be, ends the other side's waiting. */
    private void fail(Throwable e) {
        failure = e;
        Block end = new Block();
        end.last = true;
        try {
            full.put(end);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(long userId, long movieId, float rating, long epochSeconds) {
        // Room for the end mark stays free in every block.
        if (filling.length + BinaryRows.LONGEST_ROW + BinaryRows.END_LENGTH > BLOCK_BYTES) {
            handOver();
        }
        filling.length = BinaryRows.write(filling.bytes, filling.length, userId, movieId, rating, epochSeconds);
    }

    private void handOver() {
        try {
            full.put(filling);
            filling = empty.take();
            filling.length = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The import was stopped");
        }
    }

    /**
     * The next bytes to send; give them back by {@link #done}.
     *
     * @throws RuntimeException what the reader failed with
     */
    Block take() throws InterruptedException {
        Block block = full.take();
        if (failure != null) {
            switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        }
        return block;
    }

    /**
     * Gives a block back, which the reader fills anew at once: nothing of it may be looked at afterwards.
     *
     * @return whether it was the last one
     */
    boolean done(Block block) {
        boolean last = block.last;
        empty.add(block);
        return last;
    }

    /** Number of ratings that were read; known when the last block was taken. */
    long rows() {
        return rows;
    }

    /** Ends the reader, wherever it is. */
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
