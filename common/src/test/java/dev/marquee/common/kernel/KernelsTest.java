package dev.marquee.common.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The chosen kernels against the scalar reference, at lengths around every lane width and with offsets. */
class KernelsTest {
    private static final int[] LENGTHS = {0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 100, 127, 129, 511, 1000};

    private final VectorKernels kernels = Kernels.get();
    private final VectorKernels reference = Kernels.reference();

    @Test
    void theVectorApiIsChosenWhereItIsPresent() {
        assertTrue(Kernels.vectorApiPresent(), "the tests must run with --add-modules=jdk.incubator.vector");
        assertTrue(kernels.name().startsWith("panama-"), kernels.name());
    }

    @Test
    void dotAndSumOfSquaresAgree() {
        for (int length : LENGTHS) {
            Random random = new Random(length);
            float[] a = floats(random, length + 5);
            float[] b = floats(random, length + 9);
            String where = "length " + length;
            assertEquals(reference.dot(a, 5, b, 9, length), kernels.dot(a, 5, b, 9, length), tolerance(length), where);
            assertEquals(reference.sumOfSquares(a, 3, length), kernels.sumOfSquares(a, 3, length), tolerance(length),
                    where);
        }
    }

    @Test
    void axpyAndScaleAgreeAndTouchNothingElse() {
        for (int length : LENGTHS) {
            Random random = new Random(length);
            float[] x = floats(random, length + 3);
            float[] y = floats(random, length + 8);
            float[] expected = y.clone();
            float[] actual = y.clone();
            reference.axpy(0.7f, x, 3, expected, 4, length);
            kernels.axpy(0.7f, x, 3, actual, 4, length);
            same(expected, actual, "axpy, length " + length);
            reference.scale(-1.3f, expected, 2, length);
            kernels.scale(-1.3f, actual, 2, length);
            same(expected, actual, "scale, length " + length);
        }
    }

    @Test
    void oneAgainstManyAgrees() {
        for (int columns : LENGTHS) {
            for (int rows : new int[]{0, 1, 3, 4, 5, 11}) {
                Random random = new Random(31L * columns + rows);
                float[] x = floats(random, columns);
                float[] matrix = floats(random, (rows + 2) * columns);
                float[] expected = new float[rows + 1];
                float[] actual = new float[rows + 1];
                reference.dots(x, matrix, columns, 2, rows, expected);
                kernels.dots(x, matrix, columns, 2, rows, actual);
                for (int r = 0; r <= rows; r++) {
                    assertEquals(expected[r], actual[r], tolerance(columns), columns + " columns, row " + r);
                }
            }
        }
    }

    @Test
    void productsOfColumnsAgreeOnAndAboveTheDiagonal() {
        for (int stride : new int[]{16, 32, 48, 64, 112, 128}) {
            for (int rows : new int[]{0, 1, 2, 5, 64}) {
                for (int first = 0; first < stride; first += 16) {
                    Random random = new Random(31L * stride + rows);
                    float[] a = floats(random, 3 + rows * stride);
                    float[] expected = floats(random, stride * stride);
                    float[] actual = expected.clone();
                    reference.addProducts(-0.5f, a, 3, rows, stride, first, expected);
                    kernels.addProducts(-0.5f, a, 3, rows, stride, first, actual);
                    for (int cell = 0; cell < expected.length; cell++) {
                        if (cell % stride >= cell / stride || cell / stride < first) {
                            assertEquals(expected[cell], actual[cell], tolerance(rows),
                                    "stride " + stride + ", rows " + rows + ", first " + first + ", cell " + cell);
                        }
                    }
                }
            }
        }
    }

    @Test
    void collectedRowsAndTheirSumsAgree() {
        for (int columns : LENGTHS) {
            for (int count : new int[]{0, 1, 5, 64}) {
                Random random = new Random(31L * columns + count);
                float[] matrix = floats(random, 9 * columns);
                int[] rows = random.ints(count, 0, 9).toArray();
                float[] weights = floats(random, count);
                int stride = columns + 3;
                float[][] expected = {floats(random, count * stride), floats(random, columns), floats(random, columns)};
                float[][] actual = {expected[0].clone(), expected[1].clone(), expected[2].clone()};
                reference.collect(matrix, columns, rows, weights, count, expected[0], stride, expected[1], expected[2]);
                kernels.collect(matrix, columns, rows, weights, count, actual[0], stride, actual[1], actual[2]);
                String where = columns + " columns, " + count + " rows";
                assertArrayEquals(expected[0], actual[0], where);
                assertArrayEquals(expected[1], actual[1], tolerance(count), where);
                assertArrayEquals(expected[2], actual[2], tolerance(count), where);
            }
        }
    }

    @Test
    void sumsOfRowsAgreeAndTouchNothingElse() {
        for (int columns : LENGTHS) {
            for (int count : new int[]{0, 1, 5, 64}) {
                Random random = new Random(31L * columns + count);
                float[] matrix = floats(random, 12 + 9 * columns);
                int[] rows = random.ints(count, 0, 9).toArray();
                float[] expected = floats(random, columns + 5);
                float[] actual = expected.clone();
                reference.addRows(matrix, 12, columns, rows, count, expected, 2);
                kernels.addRows(matrix, 12, columns, rows, count, actual, 2);
                assertArrayEquals(expected, actual, tolerance(count), columns + " columns, " + count + " rows");
            }
        }
    }

    private static void same(float[] expected, float[] actual, String where) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-5f, where + ", position " + i);
        }
    }

    private static float[] floats(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float tolerance(int length) {
        return 1e-5f * (1 + length / 8f);
    }
}
