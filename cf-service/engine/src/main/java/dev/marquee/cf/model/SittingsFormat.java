package dev.marquee.cf.model;

import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

// @formatter:off
/**
 * The binary form of {@link Sittings} inside that of a model of m users and k factors:
 *
 * <table>
 * <caption>Layout</caption>
 * <tr><th>what</th><th>type</th></tr>
 * <tr><td>in the head: levels, 0 without sittings; of each its gap in seconds and s, its number of sittings</td>
 * <td>int; 2 × int</td></tr>
 * <tr><td>biases, factors of users, row-major</td><td>m, m·k × float</td></tr>
 * <tr><td>of each level: first sitting of each user, and the end</td><td>(m + 1) × long</td></tr>
 * <tr><td>first second, last second, as one number</td><td>s × long</td></tr>
 * <tr><td>effects</td><td>s × float</td></tr>
 * </table>
 */
// @formatter:on
final class SittingsFormat {
    private static final int MOST_LEVELS = 16;

    private SittingsFormat() {}

    static void writeHead(FactorModel model, ChecksummedOutput out) throws IOException {
        List<Sittings.Level> levels = model.sittings().map(Sittings::levels).orElse(List.of());
        out.writeInt(levels.size());
        for (Sittings.Level level : levels) {
            out.writeInt(level.gap());
            out.writeInt(level.spans().length);
        }
    }

    static void write(Sittings sittings, ChecksummedOutput out) throws IOException {
        out.writeFloats(sittings.biases());
        out.writeFloats(sittings.factors());
        for (Sittings.Level level : sittings.levels()) {
            long[] starts = new long[level.starts().length];
            for (int user = 0; user < starts.length; user++) {
                starts[user] = level.starts()[user];
            }
            out.writeLongs(starts);
            out.writeLongs(level.spans());
            out.writeFloats(level.effects());
        }
    }

    /** What the head says of each level: gap and number of sittings. */
    static List<int[]> readHead(ChecksummedInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_LEVELS) {
            throw in.corrupt("has " + count + " levels of sittings");
        }
        List<int[]> levels = new ArrayList<>();
        for (int level = 0; level < count; level++) {
            levels.add(new int[]{in.readInt(), in.readInt()});
        }
        return levels;
    }

    static Sittings read(ChecksummedInput in, List<int[]> head, int users, int factors) throws IOException {
        float[] biases = in.readFloats(users);
        float[] ofUsers = in.readFloats(users * factors);
        List<Sittings.Level> levels = new ArrayList<>();
        for (int[] level : head) {
            long[] read = in.readLongs(users + 1);
            int[] starts = new int[read.length];
            for (int user = 0; user < starts.length; user++) {
                starts[user] = (int) read[user];
            }
            levels.add(new Sittings.Level(level[0], starts, in.readLongs(level[1]), in.readFloats(level[1])));
        }
        return new Sittings(levels, biases, ofUsers);
    }
}
