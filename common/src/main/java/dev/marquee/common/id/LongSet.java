package dev.marquee.common.id;

import java.util.Arrays;

/**
 * A growing set of 64-bit ids from 1 on, in an open-addressing table of primitives: 16 to 32 bytes an id, one or two
 * probes a question. Adding is not thread-safe; a set that no longer grows may be asked from any thread.
 */
public final class LongSet {
    private long[] table = new long[16];
    private int size;

    /**
     * @param id 1 or more
     * @return whether it is new
     */
    public boolean add(long id) {
        if (id < 1) {
            throw new IllegalArgumentException("ids begin at 1, this one is " + id);
        }
        int slot = slotOf(table, id);
        if (table[slot] == id) {
            return false;
        }
        table[slot] = id;
        size++;
        if (2L * size > table.length) {
            grow();
        }
        return true;
    }

    public boolean contains(long id) {
        return id > 0 && table[slotOf(table, id)] == id;
    }

    public int size() {
        return size;
    }

    /** A copy of the ids, ascending. */
    public long[] toArray() {
        return Arrays.stream(table).filter(id -> id != 0).sorted().toArray();
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(table.length, 2)];
        for (long id : table) {
            if (id != 0) {
                larger[slotOf(larger, id)] = id;
            }
        }
        table = larger;
    }

    /** The slot that holds the id, or the free one where it belongs. */
    private static int slotOf(long[] table, long id) {
        int mask = table.length - 1;
        // Fibonacci hashing spreads the runs of neighbouring ids that real data have.
        int slot = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (table[slot] != id && table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
