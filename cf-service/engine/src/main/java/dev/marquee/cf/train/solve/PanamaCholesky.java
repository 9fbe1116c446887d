package dev.marquee.cf.train.solve;

import dev.marquee.common.kernel.LaneSum;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import jdk.internal.vm.annotation.ForceInline;

/**
 * The parts of {@link Cholesky} by the Vector API, four rows at a time: their own 4×4 triangle is worked out in plain
 * numbers, everything to its right in vectors. So each vector is fetched once for four rows, and the roots and
 * divisions, which wait for each other, come close together. Orders are multiples of 16, so there is no tail.
 */
final class PanamaCholesky {
    /** At most 16 lanes, because orders are multiples of 16. */
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= Cholesky.BLOCK
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();

    private PanamaCholesky() {}

    /** Decomposes some rows, on and right of the diagonal. */
    static boolean rows(float[] a, int block, int stride) {
        for (int top = block; top < block + Cholesky.BLOCK; top += 4) {
            if (!four(a, top, stride)) {
                return false;
            }
            for (int row = top + 4; row < block + Cholesky.BLOCK; row++) {
                takeOff(a, top, row, stride);
            }
        }
        return true;
    }

    private static boolean four(float[] a, int top, int stride) {
        int r0 = top * stride;
        int r1 = r0 + stride;
        int r2 = r1 + stride;
        int r3 = r2 + stride;
        float p0 = a[r0 + top];
        float i0 = 1 / (float) Math.sqrt(p0);
        float u01 = a[r0 + top + 1] * i0;
        float u02 = a[r0 + top + 2] * i0;
        float u03 = a[r0 + top + 3] * i0;
        float p1 = a[r1 + top + 1] - u01 * u01;
        float i1 = 1 / (float) Math.sqrt(p1);
        float u12 = (a[r1 + top + 2] - u01 * u02) * i1;
        float u13 = (a[r1 + top + 3] - u01 * u03) * i1;
        float p2 = a[r2 + top + 2] - u02 * u02 - u12 * u12;
        float i2 = 1 / (float) Math.sqrt(p2);
        float u23 = (a[r2 + top + 3] - u02 * u03 - u12 * u13) * i2;
        float p3 = a[r3 + top + 3] - u03 * u03 - u13 * u13 - u23 * u23;
        float i3 = 1 / (float) Math.sqrt(p3);
        for (int j = top / LANES * LANES; j < stride; j += LANES) {
            FloatVector v0 = FloatVector.fromArray(SPECIES, a, r0 + j).mul(i0);
            FloatVector v1 = v0.fma(broadcast(-u01), FloatVector.fromArray(SPECIES, a, r1 + j)).mul(i1);
            FloatVector v2 = v0.fma(broadcast(-u02), FloatVector.fromArray(SPECIES, a, r2 + j));
            FloatVector v3 = v0.fma(broadcast(-u03), FloatVector.fromArray(SPECIES, a, r3 + j));
            v2 = v1.fma(broadcast(-u12), v2).mul(i2);
            v3 = v2.fma(broadcast(-u23), v1.fma(broadcast(-u13), v3)).mul(i3);
            v0.intoArray(a, r0 + j);
            v1.intoArray(a, r1 + j);
            v2.intoArray(a, r2 + j);
            v3.intoArray(a, r3 + j);
        }
        return Cholesky.fits(p0) && Cholesky.fits(p1) && Cholesky.fits(p2) && Cholesky.fits(p3);
    }

    @ForceInline
    private static FloatVector broadcast(float number) {
        return FloatVector.broadcast(SPECIES, number);
    }

    /** Takes the products of four finished rows off one below. */
    private static void takeOff(float[] a, int top, int row, int stride) {
        int r0 = top * stride;
        FloatVector f0 = broadcast(-a[r0 + row]);
        FloatVector f1 = broadcast(-a[r0 + stride + row]);
        FloatVector f2 = broadcast(-a[r0 + 2 * stride + row]);
        FloatVector f3 = broadcast(-a[r0 + 3 * stride + row]);
        for (int j = row / LANES * LANES; j < stride; j += LANES) {
            lessFour(a, r0 + j, stride, f0, f1, f2, f3, FloatVector.fromArray(SPECIES, a, row * stride + j))
                    .intoArray(a, row * stride + j);
        }
    }

    @ForceInline
    private static FloatVector lessFour(float[] a, int at, int stride, FloatVector f0, FloatVector f1, FloatVector f2,
            FloatVector f3, FloatVector of) {
        FloatVector first = FloatVector.fromArray(SPECIES, a, at).fma(f0, of);
        FloatVector second = FloatVector.fromArray(SPECIES, a, at + stride).fma(f1, first);
        FloatVector third = FloatVector.fromArray(SPECIES, a, at + 2 * stride).fma(f2, second);
        return FloatVector.fromArray(SPECIES, a, at + 3 * stride).fma(f3, third);
    }

    static void forward(float[] u, int stride, float[] b, float[] x) {
        for (int top = 0; top < stride; top += 4) {
            int r0 = top * stride + top;
            int r1 = r0 + stride;
            int r2 = r1 + stride;
            float x0 = b[top] * (1 / u[r0]);
            float x1 = (b[top + 1] - u[r0 + 1] * x0) * (1 / u[r1 + 1]);
            float x2 = (b[top + 2] - u[r0 + 2] * x0 - u[r1 + 2] * x1) * (1 / u[r2 + 2]);
            float x3 = (b[top + 3] - u[r0 + 3] * x0 - u[r1 + 3] * x1 - u[r2 + 3] * x2) * (1 / u[r2 + stride + 3]);
            x[top] = x0;
            x[top + 1] = x1;
            x[top + 2] = x2;
            x[top + 3] = x3;
            // The first vector may hold numbers of b that are done with; what becomes of them does not matter.
            for (int j = (top + 4) / LANES * LANES; j < stride; j += LANES) {
                lessFour(u, top * stride + j, stride, broadcast(-x0), broadcast(-x1), broadcast(-x2), broadcast(-x3),
                        FloatVector.fromArray(SPECIES, b, j)).intoArray(b, j);
            }
        }
    }

    /** @param x zeros */
    static void backward(float[] u, int stride, float[] b, float[] x) {
        for (int top = stride - 4; top >= 0; top -= 4) {
            FloatVector s0 = FloatVector.zero(SPECIES);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            int row = top * stride;
            // The first vector may hold numbers of x that are still 0.
            for (int j = (top + 4) / LANES * LANES; j < stride; j += LANES) {
                FloatVector v = FloatVector.fromArray(SPECIES, x, j);
                s0 = v.fma(FloatVector.fromArray(SPECIES, u, row + j), s0);
                s1 = v.fma(FloatVector.fromArray(SPECIES, u, row + stride + j), s1);
                s2 = v.fma(FloatVector.fromArray(SPECIES, u, row + 2 * stride + j), s2);
                s3 = v.fma(FloatVector.fromArray(SPECIES, u, row + 3 * stride + j), s3);
            }
            int r0 = row + top;
            int r1 = r0 + stride;
            int r2 = r1 + stride;
            float x3 = (b[top + 3] - LaneSum.of(s3)) * (1 / u[r2 + stride + 3]);
            float x2 = (b[top + 2] - LaneSum.of(s2) - u[r2 + 3] * x3) * (1 / u[r2 + 2]);
            float x1 = (b[top + 1] - LaneSum.of(s1) - u[r1 + 2] * x2 - u[r1 + 3] * x3) * (1 / u[r1 + 1]);
            x[top + 3] = x3;
            x[top + 2] = x2;
            x[top + 1] = x1;
            x[top] = (b[top] - LaneSum.of(s0) - u[r0 + 1] * x1 - u[r0 + 2] * x2 - u[r0 + 3] * x3) * (1 / u[r0]);
        }
    }
}
