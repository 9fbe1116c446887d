package dev.marquee.cf.train.als;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.TwinCall;
import java.util.Map;
import java.util.function.Consumer;

/** The kernels of {@link DeviceAlsKernels} as sequential loops with sums in double precision. */
public final class AlsTwins {
    public static final Map<Kernel, Consumer<TwinCall>> ALL = Map.of(DeviceAlsKernels.NORMAL, AlsTwins::alsNormal,
            DeviceAlsKernels.SOLVE, AlsTwins::alsSolve);

    private AlsTwins() {}

    private static void alsNormal(TwinCall call) {
        int k = call.factors();
        int segment = call.group();
        if (segment >= call.ints(6)[0]) {
            return;
        }
        double[] sums = new double[DeviceAlsKernels.partialSize(k)];
        float[] others = call.floats(0);
        int[] segments = call.ints(4);
        for (int entry = segments[3 * segment + 1]; entry < segments[3 * segment + 2]; entry++) {
            int other = call.ints(2)[entry];
            float left = call.floats(3)[entry] - call.floats(7)[0] - call.floats(1)[other];
            addRating(sums, k, others, other * k, left);
        }
        float[] partial = call.floats(5);
        for (int i = 0; i < k * (k + 1) / 2 + 2 * k + 1; i++) {
            partial[segment * sums.length + i] = (float) sums[i];
        }
    }

    private static void addRating(double[] sums, int k, float[] others, int y, float left) {
        int triangle = k * (k + 1) / 2;
        for (int r = 0; r < k; r++) {
            for (int c = 0; c <= r; c++) {
                sums[r * (r + 1) / 2 + c] += (double) others[y + r] * others[y + c];
            }
            sums[triangle + r] += (double) left * others[y + r];
            sums[triangle + k + r] += others[y + r];
        }
        sums[triangle + 2 * k] += left;
    }

    private static void alsSolve(TwinCall call) {
        int row = call.group();
        if (row >= call.ints(8)[0]) {
            return;
        }
        int k = call.factors();
        int[] rows = call.ints(1);
        int at = rows[3 * row];
        double[] sums = new double[DeviceAlsKernels.partialSize(k)];
        for (int segment = rows[3 * row + 1]; segment < rows[3 * row + 2]; segment++) {
            for (int i = 0; i < k * (k + 1) / 2 + 2 * k + 1; i++) {
                sums[i] += call.floats(0)[segment * sums.length + i];
            }
        }
        boolean drawn = call.ints(8)[1] != 0;
        float lambda = call.floats(3)[2 * row];
        int triangle = k * (k + 1) / 2;
        for (int f = 0; f < k; f++) {
            sums[f * (f + 1) / 2 + f] += lambda;
            sums[triangle + f] += drawn ? lambda * call.floats(4)[at * k + f] : 0;
        }
        if (!decompose(sums, k)) {
            call.ints(7)[0] = 1 + at;
            return;
        }
        forward(sums, k, triangle);
        forward(sums, k, triangle + k);
        double left = call.ints(2)[row];
        double explained = 0;
        for (int f = 0; f < k; f++) {
            left -= sums[triangle + k + f] * sums[triangle + k + f];
            explained += sums[triangle + k + f] * sums[triangle + f];
        }
        double bias = (sums[triangle + 2 * k] - explained) / (Math.max(0, left) + call.floats(3)[2 * row + 1]);
        backward(sums, k, bias, call.floats(5), at * k);
        call.floats(6)[at] = (float) bias;
    }

    /** A = L Lᵀ in place. */
    private static boolean decompose(double[] a, int k) {
        for (int j = 0; j < k; j++) {
            double pivot = a[j * (j + 1) / 2 + j];
            if (!(pivot > 0)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            for (int r = j; r < k; r++) {
                a[r * (r + 1) / 2 + j] /= root;
            }
            for (int r = j + 1; r < k; r++) {
                for (int c = j + 1; c <= r; c++) {
                    a[r * (r + 1) / 2 + c] -= a[r * (r + 1) / 2 + j] * a[c * (c + 1) / 2 + j];
                }
            }
        }
        return true;
    }

    private static void forward(double[] a, int k, int right) {
        for (int r = 0; r < k; r++) {
            for (int c = 0; c < r; c++) {
                a[right + r] -= a[r * (r + 1) / 2 + c] * a[right + c];
            }
            a[right + r] /= a[r * (r + 1) / 2 + r];
        }
    }

    private static void backward(double[] a, int k, double bias, float[] x, int at) {
        int triangle = k * (k + 1) / 2;
        for (int r = k - 1; r >= 0; r--) {
            double value = a[triangle + r] - bias * a[triangle + k + r];
            for (int below = r + 1; below < k; below++) {
                value -= a[below * (below + 1) / 2 + r] * a[triangle + below];
            }
            a[triangle + r] = value / a[r * (r + 1) / 2 + r];
            x[at + r] = (float) a[triangle + r];
        }
    }
}
