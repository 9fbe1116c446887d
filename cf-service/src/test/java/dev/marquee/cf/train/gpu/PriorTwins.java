package dev.marquee.cf.train.gpu;

/** {@link Kernel}'s kernels of the implicit prior, of sums and of plain arrays as sequential loops. */
final class PriorTwins {

    private PriorTwins() {}

    static void sumSegments(TwinCall call) {
        int k = call.factors();
        int segment = call.group();
        if (segment >= call.ints(4)[0]) {
            return;
        }
        int[] segments = call.ints(2);
        for (int f = 0; f < k; f++) {
            double sum = 0;
            for (int entry = segments[3 * segment + 1]; entry < segments[3 * segment + 2]; entry++) {
                sum += call.floats(0)[call.ints(1)[entry] * k + f];
            }
            call.floats(3)[segment * k + f] = (float) sum;
        }
    }

    static void sumPartials(TwinCall call) {
        int k = call.factors();
        int[] sizes = call.ints(4);
        for (int item = call.firstItem(); item < call.endItem(sizes[0] * k); item++) {
            int row = item / k;
            double sum = 0;
            for (int segment = call.ints(1)[2 * row]; segment < call.ints(1)[2 * row + 1]; segment++) {
                sum += call.floats(0)[segment * k + item % k];
            }
            call.floats(3)[sizes[1] * k + item] = (float) (call.floats(2)[row] * sum);
        }
    }

    static void priorTerms(TwinCall call) {
        int k = call.factors();
        for (int item = call.firstItem(); item < call.endItem(call.ints(4)[0] * k); item++) {
            call.floats(3)[item] = call.floats(2)[item / k] * (call.floats(0)[item] - call.floats(1)[item]);
        }
    }

    static void axpy(TwinCall call) {
        for (int item = call.firstItem(); item < call.endItem(call.ints(2)[0]); item++) {
            call.floats(1)[item] += call.floats(3)[0] * call.floats(0)[item];
        }
    }

    static void products(TwinCall call) {
        int k = call.factors();
        int[] sizes = call.ints(4);
        int from = call.group() * Kernel.PRODUCT_ROWS;
        if (from >= sizes[0]) {
            return;
        }
        for (int f = 0; f < k; f++) {
            double sum = 0;
            for (int row = from; row < Math.min(sizes[0], from + Kernel.PRODUCT_ROWS); row++) {
                double divisor = sizes[1] == 0 ? 1 : call.floats(2)[row] + call.floats(5)[0];
                sum += (double) call.floats(0)[row * k + f] * call.floats(1)[row * k + f] / divisor;
            }
            call.floats(3)[call.group() * k + f] = (float) sum;
        }
    }

    static void directions(TwinCall call) {
        int k = call.factors();
        float[] directions = call.floats(3);
        for (int item = call.firstItem(); item < call.endItem(call.ints(4)[0] * k); item++) {
            directions[item] = call.floats(0)[item] / (call.floats(1)[item / k] + call.floats(5)[0])
                    + call.floats(2)[item % k] * directions[item];
        }
    }

    static void descend(TwinCall call) {
        int k = call.factors();
        for (int item = call.firstItem(); item < call.endItem(call.ints(5)[0] * k); item++) {
            float stride = call.floats(0)[item % k];
            call.floats(3)[item] += stride * call.floats(1)[item];
            call.floats(4)[item] -= stride * call.floats(2)[item];
        }
    }
}
