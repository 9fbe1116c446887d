package dev.marquee.common.id;

import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable, bidirectional map between external 64-bit ids and dense indexes {@code 0 … size-1}. Indexes follow the
 * ascending order of the ids, so the same set of ids always gives the same map. Thread-safe.
 */
public final class IdMap {
    private final long[] ids;

    private IdMap(long[] ascendingIds) {
        this.ids = ascendingIds;
    }

    /**
     * @param ids any order; repeated ids count once
     */
    public static IdMap of(long[] ids) {
        Objects.requireNonNull(ids, "ids");
        return new IdMap(Arrays.stream(ids).parallel().sorted().distinct().toArray());
    }

    public int size() {
        return ids.length;
    }

    public boolean contains(long id) {
        return indexOf(id) >= 0;
    }

    /**
     * @return the dense index of {@code id}, or -1 where it is not in the map
     */
    public int indexOf(long id) {
        int index = Arrays.binarySearch(ids, id);
        return index >= 0 ? index : -1;
    }

    /**
     * @throws IndexOutOfBoundsException where the index is not in {@code 0 … size-1}
     */
    public long idOf(int index) {
        return ids[index];
    }

    /** A copy of the ids, ascending: position is index. */
    public long[] ids() {
        return ids.clone();
    }
}
