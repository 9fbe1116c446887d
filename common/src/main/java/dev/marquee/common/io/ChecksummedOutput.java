package dev.marquee.common.io;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes numbers, big-endian, behind a magic number and a version, with checksums wherever {@link #seal} is called. The
 * stream given is never closed. Not thread-safe.
 */
public final class ChecksummedOutput {
    static final int BUFFER = 1 << 16;

    private final CheckedOutputStream checked;
    private final DataOutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /**
     * Writes magic and version.
     *
     * @param magic says what kind of data follows
     * @param version of their layout
     */
    public ChecksummedOutput(OutputStream target, int magic, int version) throws IOException {
        checked = new CheckedOutputStream(target, new CRC32C());
        out = new DataOutputStream(checked);
        out.writeInt(magic);
        out.writeInt(version);
    }

    public void writeInt(int value) throws IOException {
        out.writeInt(value);
    }

    public void writeFloat(float value) throws IOException {
        out.writeFloat(value);
    }

    /**
     * Writes the number of the text's UTF-8 bytes, and these.
     *
     * @throws IllegalArgumentException if they are more than {@value #BUFFER}
     */
    public void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > BUFFER) {
            throw new IllegalArgumentException("A text of " + bytes.length + " bytes is too long");
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Writes the numbers without their count. */
    public void writeLongs(long[] values) throws IOException {
        for (int from = 0; from < values.length; from += BUFFER / Long.BYTES) {
            int count = Math.min(BUFFER / Long.BYTES, values.length - from);
            buffer.clear().asLongBuffer().put(values, from, count);
            out.write(buffer.array(), 0, count * Long.BYTES);
        }
    }

    /** Writes the numbers without their count. */
    public void writeFloats(float[] values) throws IOException {
        for (int from = 0; from < values.length; from += BUFFER / Float.BYTES) {
            int count = Math.min(BUFFER / Float.BYTES, values.length - from);
            buffer.clear().asFloatBuffer().put(values, from, count);
            out.write(buffer.array(), 0, count * Float.BYTES);
        }
    }

    /** Writes the numbers without their count. */
    public void writeDoubles(double[] values) throws IOException {
        for (int from = 0; from < values.length; from += BUFFER / Double.BYTES) {
            int count = Math.min(BUFFER / Double.BYTES, values.length - from);
            buffer.clear().asDoubleBuffer().put(values, from, count);
            out.write(buffer.array(), 0, count * Double.BYTES);
        }
    }

    /** Writes the CRC-32C of all bytes so far, as an int, and flushes. */
    public void seal() throws IOException {
        out.writeInt((int) checked.getChecksum().getValue());
        out.flush();
    }
}
