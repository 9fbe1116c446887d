package dev.marquee.cf.train.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Decomposition and solutions against the definition in double precision, at orders around every vector width. */
class CholeskyPropertyTest {
    private static final int[] ORDERS = {1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 47, 48, 63, 64, 65, 100, 128,
            130};

    @Test
    void theFactorsProductIsTheMatrix() {
        for (int n : ORDERS) {
            Random random = new Random(n);
            int stride = Cholesky.stride(n);
            float[] a = matrix(random, n, stride, 0.5);
            float[] u = garbageBelow(random, a, n, stride);
            assertTrue(Cholesky.decompose(u, n, stride), "order " + n);
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    double sum = 0;
                    for (int row = 0; row <= i; row++) {
                        sum += (double) u[row * stride + i] * u[row * stride + j];
                    }
                    assertEquals(a[i * stride + j], sum, 2e-5 * (1 + n), "order " + n + ", cell " + i + ", " + j);
                }
            }
        }
    }

    @Test
    void solutionsSolve() {
        for (int n : ORDERS) {
            Random random = new Random(n);
            int stride = Cholesky.stride(n);
            float[] a = matrix(random, n, stride, 2);
            float[] u = garbageBelow(random, a, n, stride);
            float[] b = new float[stride];
            for (int i = 0; i < stride; i++) {
                b[i] = (float) random.nextGaussian(); // what is beyond n must not count
            }
            float[] x = b.clone();
            assertTrue(Cholesky.decompose(u, n, stride));
            Cholesky.solve(u, n, stride, x);
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += (double) x[j] * (i <= j ? a[i * stride + j] : a[j * stride + i]);
                }
                assertEquals(b[i], sum, 1e-4 * (1 + n), "order " + n + ", row " + i);
            }
        }
    }

    @Test
    void theVectorisedPartsAreThePlainOnes() {
        for (int stride : new int[]{16, 32, 64, 112}) {
            Random random = new Random(stride);
            float[] plain = matrix(random, stride, stride, 2);
            float[] vectors = garbageBelow(random, plain, stride, stride);
            assertTrue(PlainCholesky.rows(plain, 0, stride));
            assertTrue(PanamaCholesky.rows(vectors, 0, stride));
            for (int i = 0; i < Cholesky.BLOCK; i++) {
                for (int j = i; j < stride; j++) {
                    assertEquals(plain[i * stride + j], vectors[i * stride + j], 1e-4, stride + ": " + i + ", " + j);
                }
            }
            sameSolutions(random, stride);
        }
    }

    private static void sameSolutions(Random random, int stride) {
        float[] u = garbageBelow(random, matrix(random, stride, stride, 2), stride, stride);
        assertTrue(Cholesky.decompose(u, stride, stride));
        float[] b = matrix(random, stride, stride, 1);
        float[][] forward = new float[2][stride];
        float[][] backward = new float[2][stride];
        PlainCholesky.forward(u, stride, b.clone(), forward[0]);
        PanamaCholesky.forward(u, stride, b.clone(), forward[1]);
        PlainCholesky.backward(u, stride, forward[0], backward[0]);
        PanamaCholesky.backward(u, stride, forward[0], backward[1]);
        for (int i = 0; i < stride; i++) {
            assertEquals(forward[0][i], forward[1][i], 1e-3, stride + ": " + i);
            assertEquals(backward[0][i], backward[1][i], 1e-3, stride + ": " + i);
        }
    }

    @Test
    void whatIsNotPositiveDefiniteIsRefused() {
        for (int n : ORDERS) {
            int stride = Cholesky.stride(n);
            float[] right = matrix(new Random(n), n, stride, 1);
            for (float wrong : new float[]{-1, 0, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                for (int at = 0; at < n; at++) {
                    float[] a = right.clone();
                    a[at * stride + at] = wrong;
                    float[] plain = a.clone();
                    String where = wrong + " in row " + at + " of " + n;
                    assertFalse(Cholesky.decompose(a, n, stride), where);
                    if (at < Cholesky.BLOCK) {
                        assertFalse(PlainCholesky.rows(plain, 0, stride), where);
                    }
                }
            }
        }
        float[] indefinite = new float[16 * 16];
        indefinite[0] = 1;
        indefinite[1] = 2; // (1 2; 2 1) has the eigenvalues 3 and -1
        indefinite[17] = 1;
        assertFalse(Cholesky.decompose(indefinite, 2, 16));
    }

    /** Zᵀ Z / n + λ I for a random Z; the upper triangle. */
    private static float[] matrix(Random random, int n, int stride, double lambda) {
        double[][] z = new double[n + 2][n];
        for (double[] row : z) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextGaussian() / Math.sqrt(n);
            }
        }
        float[] a = new float[stride * stride];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double sum = i == j ? lambda : 0;
                for (double[] row : z) {
                    sum += row[i] * row[j];
                }
                a[i * stride + j] = (float) sum;
            }
        }
        return a;
    }

    /** Only the upper triangle of the first n rows and columns may count. */
    private static float[] garbageBelow(Random random, float[] a, int n, int stride) {
        float[] copy = a.clone();
        for (int cell = 0; cell < copy.length; cell++) {
            if (cell / stride > cell % stride || cell / stride >= n || cell % stride >= n) {
                copy[cell] = (float) random.nextGaussian();
            }
        }
        return copy;
    }
}
