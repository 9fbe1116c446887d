package dev.marquee.cf.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against dense vectors, whose last entries are what is not known of each movie. */
class ContentMatrixPropertyTest {
    private static final double CLOSE = 1e-5;

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double cosine(double[] a, double[] b) {
        double lengths = Math.sqrt(dot(a, a) * dot(b, b));
        return lengths == 0 ? 0 : dot(a, b) / lengths;
    }

    /** Random rows of length 1, some without an entry. */
    private static double[][] dense(Random random, int rows, int columns) {
        double[][] dense = new double[rows][columns + rows];
        for (int row = 0; row < rows; row++) {
            double share = random.nextDouble();
            for (int column = 0; column < columns && random.nextInt(8) > 0; column++) {
                dense[row][column] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
            }
            double length = Math.sqrt(dot(dense[row], dense[row]));
            for (int column = 0; column < columns && length > 0; column++) {
                dense[row][column] *= Math.sqrt(share) / length;
            }
            dense[row][columns + row] = length == 0 ? 1 : Math.sqrt(1 - share);
        }
        return dense;
    }

    private static ContentMatrix matrix(double[][] dense, int columns, long[] ids) {
        ContentMatrixBuilder builder = ContentMatrix.builder();
        for (int row = 0; row < dense.length; row++) {
            int[] numbers = new int[columns + 1];
            float[] weights = new float[columns + 1];
            int size = 1; // the entries begin at 1
            for (int column = 0; column < columns; column++) {
                if (dense[row][column] != 0) {
                    numbers[size] = column;
                    weights[size++] = (float) dense[row][column];
                }
            }
            builder.add(ids[row], numbers, weights, 1, size - 1);
        }
        return builder.build();
    }

    @Test
    void cosinesAreThoseOfDenseVectors() {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            int columns = random.nextInt(1, 40);
            long[] ids = random.longs(1, 1L << random.nextInt(12, 60)).distinct().limit(random.nextInt(1, 60)).sorted()
                    .toArray();
            double[][] dense = dense(random, ids.length, columns);
            ContentMatrix matrix = matrix(dense, columns, ids);
            String what = "seed " + seed;
            assertEquals(ids.length, matrix.rows(), what);
            for (int row = 0; row < ids.length; row++) {
                assertEquals(row, matrix.indexOf(ids[row]), what);
                assertEquals(ids[row], matrix.idOf(row), what);
                for (int other = 0; other < ids.length; other++) {
                    assertEquals(cosine(dense[row], dense[other]), matrix.cosine(row, other), CLOSE, what);
                }
            }
            assertTrue(matrix.columns() <= columns, what);
            int[] rows = random.ints(0, ids.length).distinct().limit(random.nextInt(ids.length + 1)).toArray();
            assertProfile(random, matrix, dense, columns, rows, what);
        }
    }

    private static void assertProfile(Random random, ContentMatrix matrix, double[][] dense, int columns, int[] rows,
            String what) {
        float[] weights = new float[rows.length];
        double[] sum = new double[dense[0].length];
        for (int r = 0; r < rows.length; r++) {
            weights[r] = random.nextInt(-4, 5) / 2f;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[r] * dense[rows[r]][i];
            }
        }
        ContentProfile profile = matrix.profile(rows, weights);
        for (int row = 0; row < dense.length; row++) {
            int fixed = row;
            boolean named = Arrays.stream(rows).anyMatch(each -> each == fixed);
            double expected = cosine(sum, dense[row]);
            if (named) {
                double[] known = dense[row].clone();
                known[columns + row] = 0; // what is not known of a movie is in no product
                expected = dot(sum, sum) == 0 ? 0 : dot(sum, known) / Math.sqrt(dot(sum, sum));
            }
            assertEquals(expected, profile.cosine(row), CLOSE, what + ", row " + row);
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        ContentMatrix matrix = ContentMatrix.builder().add(7, new int[]{0, 2}, new float[]{0.6f, 0.8f}, 0, 2).build();
        assertEquals(-1, matrix.indexOf(8));
        assertEquals(2, matrix.entries());
        assertTrue(ContentMatrix.EMPTY.isEmpty());
        assertEquals(-1, ContentMatrix.EMPTY.indexOf(7));
        assertEquals(0, matrix.profile(new int[0], new float[0]).cosine(0));
        assertThrows(IllegalArgumentException.class, () -> matrix.profile(new int[1], new float[2]));
    }

    @Test
    void rowsThatBreakARuleAreRefused() {
        refused(6, new int[]{0}, new float[]{1});
        refused(7, new int[]{0}, new float[]{1});
        refused(8, new int[]{1, 1}, new float[]{1, 1});
        refused(8, new int[]{1, 0}, new float[]{1, 1});
        refused(8, new int[]{-1}, new float[]{1});
        refused(8, new int[]{0}, new float[]{Float.NaN});
    }

    private static void refused(long movieId, int[] columns, float[] weights) {
        ContentMatrixBuilder builder = ContentMatrix.builder().add(7, new int[]{0}, new float[]{1}, 0, 1);
        assertThrows(IllegalArgumentException.class,
                () -> builder.add(movieId, columns, weights, 0, columns.length));
    }
}
