package dev.marquee.common.id;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdMapTest {

    @Test
    void indexesFollowTheOrderOfTheIdsAndLeadBack() {
        for (long seed = 0; seed < 100; seed++) {
            long[] ids = new Random(seed).longs(new Random(seed).nextInt(300), -1000, 1000).toArray();
            IdMap map = IdMap.of(ids);
            long[] expected = Arrays.stream(ids).sorted().distinct().toArray();
            assertArrayEquals(expected, map.ids(), "seed " + seed);
            for (int index = 0; index < expected.length; index++) {
                assertEquals(index, map.indexOf(map.idOf(index)), "seed " + seed);
            }
        }
    }

    @Test
    void whatIsNotThereHasNoIndex() {
        IdMap map = IdMap.of(new long[]{7, 3, 7});
        assertEquals(2, map.size());
        assertEquals(-1, map.indexOf(4));
        assertFalse(map.contains(4));
        assertTrue(map.contains(3));
        assertThrows(IndexOutOfBoundsException.class, () -> map.idOf(2));
    }
}
