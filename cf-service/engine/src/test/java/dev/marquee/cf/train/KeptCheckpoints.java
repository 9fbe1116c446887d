package dev.marquee.cf.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;

/** A checkpoint after each epoch, in memory, and a training that is interrupted after one of them. */
public final class KeptCheckpoints implements Checkpoints {
    private byte[] kept;
    private int epoch;
    private final int interruptedAfter;

    /** @param interruptedAfter the epoch */
    public KeptCheckpoints(int interruptedAfter) {
        this.interruptedAfter = interruptedAfter;
    }

    public byte[] kept() {
        return kept;
    }

    public void keep(byte[] bytes) {
        kept = bytes;
    }

    /** Of the checkpoint, or 0 without one. */
    int epoch() {
        return epoch;
    }

    /** Tells nobody. */
    public TrainListener listener() {
        return new TrainListener() {
            @Override
            public void progress(TrainProgress progress) {}

            @Override
            public Checkpoints checkpoints() {
                return KeptCheckpoints.this;
            }
        };
    }

    @Override
    public void resume(Reader reader) {
        if (kept != null) {
            try {
                reader.readFrom(new ByteArrayInputStream(kept));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean due() {
        return true;
    }

    @Override
    public void save(int epochsDone, Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept = bytes.toByteArray();
        epoch = epochsDone;
        if (epoch == interruptedAfter) {
            throw new CancellationException("killed");
        }
    }
}
