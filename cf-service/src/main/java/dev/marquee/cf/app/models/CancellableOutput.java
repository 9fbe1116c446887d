package dev.marquee.cf.app.models;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets a wish to stop end the writing too, which takes seconds for the largest models. Not thread-safe. */
public final class CancellableOutput extends FilterOutputStream {
    private final Runnable checkCancelled;

    /** @param checkCancelled called for each piece that is written; throws what ends it */
    public CancellableOutput(OutputStream out, Runnable checkCancelled) {
        super(out);
        this.checkCancelled = checkCancelled;
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        checkCancelled.run();
        out.write(data, offset, length);
    }
}
