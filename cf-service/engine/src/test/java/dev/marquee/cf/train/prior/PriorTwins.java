package dev.marquee.cf.train.prior;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.TwinCall;
import java.util.Map;
import java.util.function.Consumer;

/** The kernels of {@link DevicePriorKernels} as sequential loops. */
public final class PriorTwins {
    public static final Map<Kernel, Consumer<TwinCall>> ALL = Map.of(DevicePriorKernels.PRIOR_TERMS,
            PriorTwins::priorTerms,
            DevicePriorKernels.AXPY, PriorTwins::axpy, DevicePriorKernels.PRODUCTS, PriorTwins::products,
            DevicePriorKernels.DIRECTIONS, PriorTwins::directions, DevicePriorKernels.DESCEND, PriorTwins::descend,
            DevicePriorKernels.ADD_ROW, PriorTwins::addRow);

    private PriorTwins() {}

    private static void priorTerms(TwinCall call) {
        int k = call.factors();
        for (int item = call.firstItem(); item < call.endItem(call.ints(4)[0] * k); item++) {
            call.floats(3)[item] = call.floats(2)[item / k] * (call.floats(0)[item] - call.floats(1)[item]);
        }
    }

    private static void axpy(TwinCall call) {
        for (int item = call.firstItem(); item < call.endItem(call.ints(2)[0]); item++) {
            call.floats(1)[item] += call.floats(3)[0] * call.floats(0)[item];
        }
    }

    private static void products(TwinCall call) {
        int k = call.factors();
        int[] sizes = call.ints(4);
        int from = call.group() * DevicePriorKernels.PRODUCT_ROWS;
        if (from >= sizes[0]) {
            return;
        }
        for (int f = 0; f < k; f++) {
            double sum = 0;
            for (int row = from; row < Math.min(sizes[0], from + DevicePriorKernels.PRODUCT_ROWS); row++) {
                double divisor = sizes[1] == 0 ? 1 : call.floats(2)[row] + call.floats(5)[0];
                sum += (double) call.floats(0)[row * k + f] * call.floats(1)[row * k + f] / divisor;
            }
            call.floats(3)[call.group() * k + f] = (float) sum;
        }
    }

    private static void directions(TwinCall call) {
        int k = call.factors();
        float[] directions = call.floats(3);
        for (int item = call.firstItem(); item < call.endItem(call.ints(4)[0] * k); item++) {
            directions[item] = call.floats(0)[item] / (call.floats(1)[item / k] + call.floats(5)[0])
                    + call.floats(2)[item % k] * directions[item];
        }
    }

    private static void descend(TwinCall call) {
        int k = call.factors();
        for (int item = call.firstItem(); item < call.endItem(call.ints(5)[0] * k); item++) {
            float stride = call.floats(0)[item % k];
            call.floats(3)[item] += stride * call.floats(1)[item];
            call.floats(4)[item] -= stride * call.floats(2)[item];
        }
    }

    private static void addRow(TwinCall call) {
        int k = call.factors();
        int[] sizes = call.ints(3);
        for (int item = call.firstItem(); item < call.endItem(sizes[0] * k); item++) {
            call.floats(2)[item] += call.floats(1)[item / k] * call.floats(0)[sizes[1] * k + item % k];
        }
    }
}
