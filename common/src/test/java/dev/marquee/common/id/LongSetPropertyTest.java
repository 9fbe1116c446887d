package dev.marquee.common.id;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LongSetPropertyTest {
    @Test
    void agreesWithATreeSet() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            long bound = random.nextBoolean() ? 200 : Long.MAX_VALUE;
            TreeSet<Long> expected = new TreeSet<>();
            LongSet set = new LongSet();
            for (int i = random.nextInt(2000); i > 0; i--) {
                long id = random.nextLong(1, bound);
                assertEquals(expected.add(id), set.add(id), "seed " + seed);
            }
            for (int i = 0; i < 300; i++) {
                long id = random.nextLong(-bound, bound);
                assertEquals(expected.contains(id), set.contains(id), "seed " + seed);
            }
            assertEquals(expected.size(), set.size(), "seed " + seed);
            assertArrayEquals(expected.stream().mapToLong(Long::longValue).toArray(), set.toArray(), "seed " + seed);
        }
    }

    @Test
    void holdsOnlyIdsFromOneOn() {
        LongSet set = new LongSet();
        assertThrows(IllegalArgumentException.class, () -> set.add(0));
        assertFalse(set.contains(0));
        assertFalse(set.contains(-1));
    }
}
