package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.TwinCall;
import java.util.Map;
import java.util.function.Consumer;

/** The kernels of {@link DeviceIalsKernels} as sequential loops with sums in double precision. */
public final class IalsTwins {
    public static final Map<Kernel, Consumer<TwinCall>> ALL = Map.of(DeviceIalsKernels.GRAM, IalsTwins::gram,
            DeviceIalsKernels.GRAM_SUM, IalsTwins::gramSum, DeviceIalsKernels.PRODUCTS, IalsTwins::products,
            DeviceIalsKernels.GRADIENTS, IalsTwins::gradients, DeviceIalsKernels.BEGIN, IalsTwins::begin,
            DeviceIalsKernels.STEP, IalsTwins::step);

    private IalsTwins() {}

    private static void gram(TwinCall call) {
        int k = call.factors();
        int tiles = DeviceIalsKernels.gramTiles(k);
        int[] sizes = call.ints(2);
        int chunk = sizes[3] + call.group() / tiles;
        if (chunk >= sizes[2]) {
            return;
        }
        int tile = call.group() % tiles;
        int down = 0;
        while ((down + 1) * (down + 2) / 2 <= tile) {
            down++;
        }
        int firstRow = down * DeviceIalsKernels.TILE;
        int firstColumn = (tile - down * (down + 1) / 2) * DeviceIalsKernels.TILE;
        int side = Math.min(k, DeviceIalsKernels.TILE);
        int to = Math.min(sizes[0], (chunk + 1) * sizes[1]);
        for (int r = firstRow; r < firstRow + side; r++) {
            for (int c = firstColumn; c < firstColumn + side; c++) {
                double sum = 0;
                for (int row = chunk * sizes[1]; row < to; row++) {
                    sum += (double) call.floats(0)[row * k + r] * call.floats(0)[row * k + c];
                }
                call.floats(1)[(chunk * k + r) * k + c] = (float) sum;
            }
        }
    }

    private static void gramSum(TwinCall call) {
        int k = call.factors();
        for (int item = call.firstItem(); item < call.endItem(k * k); item++) {
            int row = Math.max(item / k, item % k);
            int column = Math.min(item / k, item % k);
            double sum = 0;
            for (int chunk = 0; chunk < call.ints(2)[0]; chunk++) {
                sum += call.floats(0)[(chunk * k + row) * k + column];
            }
            call.floats(1)[item] = (float) (call.floats(3)[0] * sum);
        }
    }

    private static void products(TwinCall call) {
        int k = call.factors();
        int[] sizes = call.ints(3);
        int columns = Math.min(k, DeviceIalsKernels.TILE);
        int across = k / columns;
        int firstRow = call.group() / across * DeviceIalsKernels.TILE;
        int firstColumn = call.group() % across * columns;
        for (int row = firstRow; row < Math.min(sizes[0], firstRow + DeviceIalsKernels.TILE); row++) {
            for (int column = firstColumn; column < firstColumn + columns; column++) {
                double sum = 0;
                for (int f = 0; f < k; f++) {
                    sum += (double) call.floats(0)[(sizes[1] + row) * k + f] * call.floats(1)[f * k + column];
                }
                call.floats(2)[row * k + column] = (float) sum;
            }
        }
    }

    private static void gradients(TwinCall call) {
        int k = call.factors();
        int segment = call.group();
        int[] sizes = call.ints(7);
        if (segment >= sizes[0]) {
            return;
        }
        int[] segments = call.ints(4);
        int vector = (segments[3 * segment] - sizes[1]) * k;
        double[] sums = new double[k];
        double errors = 0;
        for (int entry = segments[3 * segment + 1]; entry < segments[3 * segment + 2]; entry++) {
            int other = call.ints(2)[entry] * k;
            double dot = 0;
            for (int f = 0; f < k; f++) {
                dot += (double) call.floats(0)[vector + f] * call.floats(1)[other + f];
            }
            double error = sizes[2] == 1 ? 1 - dot : dot;
            float weight = call.floats(3)[entry];
            errors += weight * error * error;
            for (int f = 0; f < k; f++) {
                sums[f] += weight * error * call.floats(1)[other + f];
            }
        }
        for (int f = 0; f < k; f++) {
            call.floats(5)[segment * k + f] = (float) sums[f];
        }
        call.floats(6)[segment] = (float) errors;
    }

    private static void begin(TwinCall call) {
        int k = call.factors();
        int[] sizes = call.ints(8);
        for (int row = firstRow(call); row < endRow(call, sizes[0]); row++) {
            if (call.ints(2)[2 * row] == call.ints(2)[2 * row + 1]) {
                continue;
            }
            double square = 0;
            for (int f = 0; f < k; f++) {
                int at = row * k + f;
                float residual = (float) (segments(call, row, f) - call.floats(4)[at]
                        - (double) call.floats(3)[row] * call.floats(0)[(sizes[1] + row) * k + f]);
                call.floats(5)[at] = residual;
                call.floats(6)[at] = residual;
                square += (double) residual * residual;
            }
            call.floats(7)[row] = (float) square;
        }
    }

    private static void step(TwinCall call) {
        int[] sizes = call.ints(9);
        for (int row = firstRow(call); row < endRow(call, sizes[0]); row++) {
            float square = call.floats(7)[row];
            if (call.ints(2)[2 * row] == call.ints(2)[2 * row + 1] || square <= DeviceIalsKernels.SOLVED) {
                continue;
            }
            double[] image = image(call, row);
            double curvature = 0;
            for (int f = 0; f < image.length; f++) {
                curvature += call.floats(6)[row * image.length + f] * image[f];
            }
            if (curvature > 0) {
                descend(call, row, sizes[1], image, square / curvature);
            } else {
                call.ints(8)[0] = 1 + sizes[1] + row;
            }
        }
    }

    /** A d. */
    private static double[] image(TwinCall call, int row) {
        int k = call.factors();
        double[] image = new double[k];
        for (int f = 0; f < k; f++) {
            int at = row * k + f;
            image[f] = segments(call, row, f) + call.floats(4)[at] + (double) call.floats(3)[row] * call.floats(6)[at];
        }
        return image;
    }

    private static void descend(TwinCall call, int row, int first, double[] image, double stride) {
        int k = image.length;
        float[] residuals = call.floats(5);
        float[] directions = call.floats(6);
        double square = 0;
        for (int f = 0; f < k; f++) {
            int at = row * k + f;
            call.floats(0)[(first + row) * k + f] += (float) (stride * directions[at]);
            residuals[at] -= (float) (stride * image[f]);
            square += (double) residuals[at] * residuals[at];
        }
        double keep = square / call.floats(7)[row];
        for (int at = row * k; at < (row + 1) * k; at++) {
            directions[at] = (float) (residuals[at] + keep * directions[at]);
        }
        call.floats(7)[row] = (float) square;
    }

    private static int firstRow(TwinCall call) {
        return call.group() * DeviceIalsKernels.teams(call.factors());
    }

    private static int endRow(TwinCall call, int rows) {
        return Math.min(rows, (call.group() + 1) * DeviceIalsKernels.teams(call.factors()));
    }

    private static double segments(TwinCall call, int row, int factor) {
        double sum = 0;
        for (int segment = call.ints(2)[2 * row]; segment < call.ints(2)[2 * row + 1]; segment++) {
            sum += call.floats(1)[segment * call.factors() + factor];
        }
        return sum;
    }
}
