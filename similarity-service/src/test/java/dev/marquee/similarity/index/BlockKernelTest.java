package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The Vector API gives the very bits of the plain loops. */
class BlockKernelTest {
    private static final int ROWS = BlockKernel.ROWS;

    private final BlockKernel plain = new ScalarBlockKernel();
    private final BlockKernel vector = new VectorBlockKernel();

    @Test
    void theVectorApiIsChosenWhereItIsPresent() {
        assertInstanceOf(VectorBlockKernel.class, BlockKernel.best());
    }

    @Test
    void scoresAreTheSameToTheLastBit() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int columnCount = 1 + random.nextInt(20);
            int base = random.nextInt(3) * columnCount * ROWS;
            float[] data = floats(random, base + columnCount * ROWS);
            int count = random.nextInt(columnCount + 1);
            int[] columns = random.ints(columnCount, 0, columnCount).toArray();
            float[] weights = floats(random, columnCount);
            float[] start = floats(random, 4 * ROWS);
            int from = random.nextInt(4) * ROWS;
            float[] expected = new float[ROWS];
            float[] actual = new float[ROWS];
            float floor = (float) random.nextGaussian();
            long found = plain.scores(data, base, columns, weights, count, start, from, floor, expected);
            assertEquals(found, vector.scores(data, base, columns, weights, count, start, from, floor, actual),
                    "seed " + seed);
            assertArrayEquals(expected, actual, "seed " + seed);
            for (int r = 0; r < ROWS; r++) {
                assertEquals(expected[r] >= floor, (found >>> r & 1) != 0, "seed " + seed + ", row " + r);
            }
        }
    }

    @Test
    void sumsAreTheSameToTheLastBitAndNothingElseIsTouched() {
        for (int length = 0; length < 150; length++) {
            Random random = new Random(length);
            float[] x = floats(random, length + 7);
            float[] expected = floats(random, length + 5);
            float[] actual = expected.clone();
            plain.add(0.3f, x, 7, expected, length);
            vector.add(0.3f, x, 7, actual, length);
            assertArrayEquals(expected, actual, "length " + length);
        }
    }

    private static float[] floats(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
