package dev.marquee.cf.matrix;

import dev.marquee.common.id.IdMap;
import java.util.Arrays;

/**
 * Numbers ids in the order in which they are first seen, by open addressing over primitive arrays. Not thread-safe.
 */
final class Numbering {
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int FREE = -1;

    private long[] ids = new long[FIRST_CAPACITY];
    private int[] slots = new int[2 * FIRST_CAPACITY];
    private int size;
    private long lastId;
    private int lastNumber = FREE;

    Numbering() {
        Arrays.fill(slots, FREE);
    }

    int of(long id) {
        // Files and tables come ordered by user: most often it is the same one again.
        if (lastNumber != FREE && lastId == id) {
            return lastNumber;
        }
        int slot = slotOf(id);
        if (slots[slot] == FREE) {
            if (size == ids.length) {
                grow();
                slot = slotOf(id);
            }
            ids[size] = id;
            slots[slot] = size++;
        }
        lastId = id;
        lastNumber = slots[slot];
        return lastNumber;
    }

    /** The ids by number. */
    long[] ids() {
        return Arrays.copyOf(ids, size);
    }

    /** For each number, the index of its id in the map. */
    int[] translation(IdMap map) {
        int[] indexes = new int[size];
        for (int number = 0; number < size; number++) {
            indexes[number] = map.indexOf(ids[number]);
        }
        return indexes;
    }

    private int slotOf(long id) {
        int mask = slots.length - 1;
        int slot = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] != FREE && ids[slots[slot]] != id) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        ids = Arrays.copyOf(ids, 2 * ids.length);
        slots = new int[2 * ids.length];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < size; number++) {
            slots[slotOf(ids[number])] = number;
        }
    }
}
