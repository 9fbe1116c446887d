package dev.marquee.cf.train;

import dev.marquee.common.error.CorruptData;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;

/**
 * Where a training keeps its running state, so that one that was killed can go on from there instead of from the
 * beginning: its model is then the same to the bit. Used from the thread that trains.
 *
 * <p>
 * Whoever implements it sees to it that a state is only handed to a training with the same ratings and options; a state
 * that obviously belongs to another one is refused.
 */
public interface Checkpoints {
    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public void resume(Reader reader) {}

        @Override
        public boolean due() {
            return false;
        }

        @Override
        public void save(int epoch, Writer writer) {}
    };

    /** Writes a state. */
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Takes a state over. */
    interface Reader {
        /** @throws CorruptData if it is damaged, or no state of this training */
        void readFrom(InputStream in) throws IOException;
    }

    /**
     * Hands the newest state to the reader, if there is one. Called once, before the first epoch.
     *
     * @throws CorruptData if there is one that cannot be used; the training ends, and may be started without it
     */
    void resume(Reader reader);

    /** Whether it is time to save; asked after each epoch but the last. */
    boolean due();

    /**
     * Keeps a state instead of the one before. A failure to do so should not end the training.
     *
     * @param epoch the number of epochs done
     * @throws CancellationException if the training is to stop
     */
    void save(int epoch, Writer writer);
}
