package dev.marquee.cf.model;

import dev.marquee.common.error.CorruptData;
import dev.marquee.common.id.IdMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The binary form of a {@link FactorModel}, version 1, big-endian:
 *
 * <table>
 * <caption>Layout</caption>
 * <tr><th>what</th><th>type</th></tr>
 * <tr><td>magic {@code 0x4d415251} ("MARQ")</td><td>int</td></tr>
 * <tr><td>version, 1</td><td>int</td></tr>
 * <tr><td>m users, n movies, k factors</td><td>3 × int</td></tr>
 * <tr><td>mean, lowest rating, highest rating</td><td>3 × float</td></tr>
 * <tr><td>user ids, ascending</td><td>m × long</td></tr>
 * <tr><td>movie ids, ascending</td><td>n × long</td></tr>
 * <tr><td>user biases, movie biases</td><td>m, n × float</td></tr>
 * <tr><td>user factors, movie factors, row-major</td><td>m·k, n·k × float</td></tr>
 * <tr><td>CRC-32C of all bytes before</td><td>long</td></tr>
 * </table>
 */
public final class FactorModelFormat {
    private static final int MAGIC = 0x4d415251;
    private static final int VERSION = 1;
    private static final int BUFFER = 1 << 16;

    private FactorModelFormat() {}

    /** Writes the model; the stream is flushed and stays open. */
    public static void write(FactorModel model, OutputStream target) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(model.users().size());
        out.writeInt(model.movies().size());
        out.writeInt(model.factors());
        out.writeFloat(model.mean());
        out.writeFloat(model.minRating());
        out.writeFloat(model.maxRating());
        writeLongs(out, model.users().ids());
        writeLongs(out, model.movies().ids());
        writeFloats(out, model.allUserBiases());
        writeFloats(out, model.allMovieBiases());
        writeFloats(out, model.allUserFactors());
        writeFloats(out, model.allMovieFactors());
        out.flush();
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    /**
     * Reads a model.
     *
     * @throws CorruptData if the bytes are no model, of another version, or damaged
     */
    public static FactorModel read(InputStream source) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(source, new CRC32C());
        DataInputStream in = new DataInputStream(checked);
        try {
            return read(in, checked);
        } catch (EOFException e) {
            throw new CorruptData("The stored model ends too early; train again, or activate another.", e);
        }
    }

    private static FactorModel read(DataInputStream in, CheckedInputStream checked) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new CorruptData("The stored bytes are not a model.");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new CorruptData("The stored model has version " + version + "; this program reads version " + VERSION
                    + ". Train again.");
        }
        int m = size(in.readInt());
        int n = size(in.readInt());
        int k = size(in.readInt());
        long cells = ((long) m + n) * k;
        if (k == 0 || cells > Integer.MAX_VALUE) {
            throw damaged();
        }
        float mean = in.readFloat();
        float min = in.readFloat();
        float max = in.readFloat();
        long[] users = readLongs(in, m);
        long[] movies = readLongs(in, n);
        float[] userBiases = readFloats(in, m);
        float[] movieBiases = readFloats(in, n);
        float[] userFactors = readFloats(in, m * k);
        float[] movieFactors = readFloats(in, n * k);
        long expected = checked.getChecksum().getValue();
        if (in.readLong() != expected) {
            throw damaged();
        }
        return new FactorModel(map(users), map(movies), k, mean, min, max, userBiases, movieBiases, userFactors,
                movieFactors);
    }

    private static int size(int stored) {
        if (stored < 0) {
            throw damaged();
        }
        return stored;
    }

    private static IdMap map(long[] ids) {
        IdMap map = IdMap.of(ids);
        if (map.size() != ids.length) {
            throw damaged();
        }
        return map;
    }

    private static CorruptData damaged() {
        return new CorruptData(
                "The stored model is damaged: its checksum or its sizes are wrong. Train again, or activate"
                        + " another.");
    }

    private static void writeLongs(DataOutputStream out, long[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < values.length; from += BUFFER / Long.BYTES) {
            int count = Math.min(BUFFER / Long.BYTES, values.length - from);
            buffer.clear().asLongBuffer().put(values, from, count);
            out.write(buffer.array(), 0, count * Long.BYTES);
        }
    }

    private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < values.length; from += BUFFER / Float.BYTES) {
            int count = Math.min(BUFFER / Float.BYTES, values.length - from);
            buffer.clear().asFloatBuffer().put(values, from, count);
            out.write(buffer.array(), 0, count * Float.BYTES);
        }
    }

    private static long[] readLongs(DataInputStream in, int size) throws IOException {
        long[] values = new long[size];
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < size; from += BUFFER / Long.BYTES) {
            int count = Math.min(BUFFER / Long.BYTES, size - from);
            in.readFully(buffer.array(), 0, count * Long.BYTES);
            buffer.clear().asLongBuffer().get(values, from, count);
        }
        return values;
    }

    private static float[] readFloats(DataInputStream in, int size) throws IOException {
        float[] values = new float[size];
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < size; from += BUFFER / Float.BYTES) {
            int count = Math.min(BUFFER / Float.BYTES, size - from);
            in.readFully(buffer.array(), 0, count * Float.BYTES);
            buffer.clear().asFloatBuffer().get(values, from, count);
        }
        return values;
    }
}
