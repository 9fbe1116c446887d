package dev.marquee.cf.train.support;

import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The numbers with which a training goes from one epoch to the next, by name: all that a trainer adds to a checkpoint.
 * What follows from the ratings, the options, the seed and the number of the epoch is not among them; random numbers of
 * an epoch come from a generator that is made of the seed and the epoch. Not thread-safe.
 */
public final class RunningState {
    private final List<Part> parts = new ArrayList<>();

    private enum Kind {
        FLOATS {
            @Override
            void write(ChecksummedOutput out, Object numbers) throws IOException {
                out.writeFloats((float[]) numbers);
            }

            @Override
            Object read(ChecksummedInput in, int size) throws IOException {
                return in.readFloats(size);
            }
        },
        DOUBLES {
            @Override
            void write(ChecksummedOutput out, Object numbers) throws IOException {
                out.writeDoubles((double[]) numbers);
            }

            @Override
            Object read(ChecksummedInput in, int size) throws IOException {
                return in.readDoubles(size);
            }
        },
        LONGS {
            @Override
            void write(ChecksummedOutput out, Object numbers) throws IOException {
                out.writeLongs((long[]) numbers);
            }

            @Override
            Object read(ChecksummedInput in, int size) throws IOException {
                return in.readLongs(size);
            }
        };

        abstract void write(ChecksummedOutput out, Object numbers) throws IOException;

        abstract Object read(ChecksummedInput in, int size) throws IOException;

        /** In a file; so new constants come last. */
        @SuppressWarnings("EnumOrdinal")
        int number() {
            return ordinal();
        }
    }

    private record Part(String name, Kind kind, Supplier<?> now, Consumer<Object> restore) {}

    /** @param live is read and written in place */
    public RunningState floats(String name, float[] live) {
        return floats(name, () -> live, read -> System.arraycopy(read, 0, live, 0, live.length));
    }

    /** @param live is read and written in place */
    public RunningState doubles(String name, double[] live) {
        return doubles(name, () -> live, read -> System.arraycopy(read, 0, live, 0, live.length));
    }

    /** @param live is read and written in place */
    public RunningState longs(String name, long[] live) {
        return longs(name, () -> live, read -> System.arraycopy(read, 0, live, 0, live.length));
    }

    /**
     * @param now the numbers as they are when it is asked; always the same count
     * @param restore gets as many
     */
    public RunningState floats(String name, Supplier<float[]> now, Consumer<float[]> restore) {
        return add(name, Kind.FLOATS, now, read -> restore.accept((float[]) read));
    }

    /** See {@link #floats(String, Supplier, Consumer)}. */
    public RunningState doubles(String name, Supplier<double[]> now, Consumer<double[]> restore) {
        return add(name, Kind.DOUBLES, now, read -> restore.accept((double[]) read));
    }

    /** See {@link #floats(String, Supplier, Consumer)}. */
    public RunningState longs(String name, Supplier<long[]> now, Consumer<long[]> restore) {
        return add(name, Kind.LONGS, now, read -> restore.accept((long[]) read));
    }

    private RunningState add(String name, Kind kind, Supplier<?> now, Consumer<Object> restore) {
        parts.add(new Part(name, kind, now, restore));
        return this;
    }

    /** Writes all numbers as {@link CheckpointFormat} says. */
    void write(ChecksummedOutput out) throws IOException {
        out.writeInt(parts.size());
        for (Part part : parts) {
            Object numbers = part.now.get();
            out.writeText(part.name);
            out.writeInt(part.kind.number());
            out.writeInt(Array.getLength(numbers));
            part.kind.write(out, numbers);
        }
        out.seal();
    }

    /**
     * Takes over what was written. The training is of no use any more where that fails.
     *
     * @throws dev.marquee.common.error.CorruptData if they are other numbers, or damaged
     */
    void read(ChecksummedInput in) throws IOException {
        require(in, "arrays", parts.size(), in.readInt());
        for (Part part : parts) {
            String name = in.readText();
            if (!name.equals(part.name)) {
                throw in.corrupt("is of another training: it has " + name + " instead of " + part.name);
            }
            int size = Array.getLength(part.now.get());
            require(in, "kind of " + name, part.kind.number(), in.readInt());
            require(in, "size of " + name, size, in.readInt());
            part.restore.accept(part.kind.read(in, size));
        }
        in.verify();
    }

    private static void require(ChecksummedInput in, String what, int expected, int found) {
        if (found != expected) {
            throw in.corrupt("is of another training: " + what + " is " + found + " instead of " + expected);
        }
    }
}
