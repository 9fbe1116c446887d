package dev.marquee.cf.content.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.content.ContentMatrix;
import org.junit.jupiter.api.Test;

class PageJoinTest {

    private static FeaturePage page(String space, long[] ids, int[] sizes, int[] columns, float[] weights, Long next) {
        return new FeaturePage(space, "v", 9, ids, sizes, columns, weights, next);
    }

    private static final FeaturePage FIRST = page("a", new long[]{3, 5}, new int[]{2, 0}, new int[]{1, 4},
            new float[]{0.6f, 0.8f}, 5L);

    @Test
    void pagesBecomeOneMatrix() {
        PageJoin join = new PageJoin(FIRST);
        FeaturePage second = page("a", new long[]{9}, new int[]{1}, new int[]{4}, new float[]{0.5f}, null);
        assertTrue(join.fits(second));
        join.add(second);
        ContentMatrix matrix = join.content().matrix();
        assertEquals(3, matrix.rows());
        assertEquals(0.4f, matrix.cosine(0, 2), 1e-6f);
        assertEquals(5, matrix.columns());
        assertFalse(join.fits(page("b", new long[0], new int[0], new int[0], new float[0], null)));
    }

    @Test
    void whatIsNoPageIsRefused() {
        refused(page("a", new long[]{9}, new int[0], new int[0], new float[0], null));
        refused(page("a", new long[]{9}, new int[]{2}, new int[]{1}, new float[]{1}, null));
        refused(page("a", new long[]{9}, new int[]{-1}, new int[0], new float[0], null));
        refused(page("a", new long[]{9}, new int[]{1}, new int[]{1}, new float[0], null));
        refused(page("a", new long[]{5}, new int[]{1}, new int[]{1}, new float[]{1}, null));
        refused(page("a", new long[0], new int[0], new int[0], new float[0], 5L));
        refused(page("a", new long[]{9}, new int[]{1}, new int[]{1}, new float[]{1}, 5L));
        assertThrows(NullPointerException.class, () -> page("a", null, new int[0], new int[0], new float[0], null));
    }

    private static void refused(FeaturePage page) {
        PageJoin join = new PageJoin(FIRST);
        assertThrows(IllegalArgumentException.class, () -> join.add(page));
    }
}
