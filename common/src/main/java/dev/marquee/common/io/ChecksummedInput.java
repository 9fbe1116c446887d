package dev.marquee.common.io;

import dev.marquee.common.error.CorruptData;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Reads what {@link ChecksummedOutput} wrote. Reads no byte beyond what it is asked for, and never closes the stream.
 * Not thread-safe.
 */
public final class ChecksummedInput {
    private final CheckedInputStream checked;
    private final DataInputStream in;
    private final String what;
    private final String advice;
    private final byte[] buffer = new byte[ChecksummedOutput.BUFFER];

    /**
     * Reads magic and version.
     *
     * @param what is read, for error messages: "the stored model"
     * @param advice what to do about damaged data, as a sentence
     * @throws CorruptData if the data are of another kind or version
     */
    public ChecksummedInput(InputStream source, String what, String advice, int magic, int version)
            throws IOException {
        this.checked = new CheckedInputStream(source, new CRC32C());
        this.in = new DataInputStream(checked);
        this.what = what;
        this.advice = advice;
        if (readInt() != magic) {
            throw corrupt("has the wrong beginning: these bytes are something else");
        }
        int found = readInt();
        if (found != version) {
            throw corrupt("has version " + found + ", this program reads version " + version);
        }
    }

    public int readInt() throws IOException {
        readFully(Integer.BYTES);
        return ByteBuffer.wrap(buffer).getInt();
    }

    public float readFloat() throws IOException {
        readFully(Float.BYTES);
        return ByteBuffer.wrap(buffer).getFloat();
    }

    /** What {@link ChecksummedOutput#writeText} wrote. */
    public String readText() throws IOException {
        int bytes = readInt();
        if (bytes < 0 || bytes > buffer.length) {
            throw corrupt("is damaged: it has a text of " + bytes + " bytes");
        }
        readFully(bytes);
        return new String(buffer, 0, bytes, StandardCharsets.UTF_8);
    }

    /** @param size not from data that were not verified: so much memory is taken */
    public long[] readLongs(int size) throws IOException {
        long[] values = new long[size];
        for (int from = 0; from < size; from += buffer.length / Long.BYTES) {
            int count = Math.min(buffer.length / Long.BYTES, size - from);
            readFully(count * Long.BYTES);
            ByteBuffer.wrap(buffer).asLongBuffer().get(values, from, count);
        }
        return values;
    }

    /** @param size not from data that were not verified: so much memory is taken */
    public float[] readFloats(int size) throws IOException {
        float[] values = new float[size];
        for (int from = 0; from < size; from += buffer.length / Float.BYTES) {
            int count = Math.min(buffer.length / Float.BYTES, size - from);
            readFully(count * Float.BYTES);
            ByteBuffer.wrap(buffer).asFloatBuffer().get(values, from, count);
        }
        return values;
    }

    /** @param size not from data that were not verified: so much memory is taken */
    public double[] readDoubles(int size) throws IOException {
        double[] values = new double[size];
        for (int from = 0; from < size; from += buffer.length / Double.BYTES) {
            int count = Math.min(buffer.length / Double.BYTES, size - from);
            readFully(count * Double.BYTES);
            ByteBuffer.wrap(buffer).asDoubleBuffer().get(values, from, count);
        }
        return values;
    }

    /**
     * Reads a checksum and compares it with that of all bytes before.
     *
     * @throws CorruptData if they differ
     */
    public void verify() throws IOException {
        int expected = (int) checked.getChecksum().getValue();
        if (readInt() != expected) {
            throw corrupt("is damaged: its checksum is wrong");
        }
    }

    /** The error for data that are readable but impossible. */
    public CorruptData corrupt(String problem) {
        return new CorruptData(what + " " + problem + ". " + advice);
    }

    private void readFully(int bytes) throws IOException {
        try {
            in.readFully(buffer, 0, bytes);
        } catch (EOFException e) {
            throw new CorruptData(what + " ends too early. " + advice, e);
        }
    }
}
