package dev.marquee.common.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import jdk.internal.vm.annotation.ForceInline;

/**
 * {@link VectorKernels#addProducts} by the Vector API. The square is cut into tiles of four rows by two vectors, or one
 * where their number is odd; a tile stays in registers while all rows of A pass by, so that each multiply-add costs
 * less than one load. Tiles wholly below the diagonal are left out.
 */
final class PanamaProducts {
    /** At most 16 lanes, because strides are multiples of 16 floats. */
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= VectorKernels.PADDING
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 4;

    private PanamaProducts() {}

    static void add(float alpha, float[] a, int fromA, int rows, int stride, int first, float[] c) {
        for (int i = first; i < stride; i += ROWS) {
            int j = i / LANES * LANES;
            for (; j <= stride - 2 * LANES; j += 2 * LANES) {
                pair(alpha, a, fromA, rows, stride, i, j, c);
            }
            if (j < stride) {
                single(alpha, a, fromA, rows, stride, i, j, c);
            }
        }
    }

    private static void pair(float alpha, float[] a, int fromA, int rows, int stride, int i, int j, float[] c) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        int row = fromA;
        for (int r = 0; r < rows; r++) {
            FloatVector v0 = FloatVector.fromArray(SPECIES, a, row + j);
            FloatVector v1 = FloatVector.fromArray(SPECIES, a, row + j + LANES);
            FloatVector f0 = FloatVector.broadcast(SPECIES, a[row + i]);
            FloatVector f1 = FloatVector.broadcast(SPECIES, a[row + i + 1]);
            FloatVector f2 = FloatVector.broadcast(SPECIES, a[row + i + 2]);
            FloatVector f3 = FloatVector.broadcast(SPECIES, a[row + i + 3]);
            s00 = v0.fma(f0, s00);
            s01 = v1.fma(f0, s01);
            s10 = v0.fma(f1, s10);
            s11 = v1.fma(f1, s11);
            s20 = v0.fma(f2, s20);
            s21 = v1.fma(f2, s21);
            s30 = v0.fma(f3, s30);
            s31 = v1.fma(f3, s31);
            row += stride;
        }
        int at = i * stride + j;
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        store(s00, s01, factor, c, at);
        store(s10, s11, factor, c, at + stride);
        store(s20, s21, factor, c, at + 2 * stride);
        store(s30, s31, factor, c, at + 3 * stride);
    }

    @ForceInline
    private static void store(FloatVector left, FloatVector right, FloatVector factor, float[] c, int at) {
        store(left, factor, c, at);
        store(right, factor, c, at + LANES);
    }

    @ForceInline
    private static void store(FloatVector sum, FloatVector factor, float[] c, int at) {
        sum.fma(factor, FloatVector.fromArray(SPECIES, c, at)).intoArray(c, at);
    }

    private static void single(float alpha, float[] a, int fromA, int rows, int stride, int i, int j, float[] c) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int row = fromA;
        for (int r = 0; r < rows; r++) {
            FloatVector v = FloatVector.fromArray(SPECIES, a, row + j);
            s0 = v.fma(FloatVector.broadcast(SPECIES, a[row + i]), s0);
            s1 = v.fma(FloatVector.broadcast(SPECIES, a[row + i + 1]), s1);
            s2 = v.fma(FloatVector.broadcast(SPECIES, a[row + i + 2]), s2);
            s3 = v.fma(FloatVector.broadcast(SPECIES, a[row + i + 3]), s3);
            row += stride;
        }
        int at = i * stride + j;
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        store(s0, factor, c, at);
        store(s1, factor, c, at + stride);
        store(s2, factor, c, at + 2 * stride);
        store(s3, factor, c, at + 3 * stride);
    }
}
