package dev.marquee.similarity.features;

/**
 * A number of all that is added, in its order: other things have another one, as good as surely. Not thread-safe.
 */
public final class Version {
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;
    private static final long MIX = 0xBF58_476D_1CE4_E5B9L;

    private long value;

    public void add(long number) {
        long mixed = (value + STEP) ^ number;
        mixed = (mixed ^ mixed >>> 30) * MIX;
        value = mixed ^ mixed >>> 27;
    }

    public long value() {
        return value;
    }
}
