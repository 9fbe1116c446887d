package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.TwinCall;
import java.util.Map;
import java.util.function.Consumer;

/** The kernels of {@link DeviceKernels} as sequential loops with sums in double precision. */
public final class SharedTwins {
    public static final Map<Kernel, Consumer<TwinCall>> ALL = Map.of(DeviceKernels.SQUARED_ERRORS,
            SharedTwins::squaredErrors,
            DeviceKernels.SUM_SEGMENTS, SharedTwins::sumSegments, DeviceKernels.SUM_PARTIALS, SharedTwins::sumPartials,
            DeviceKernels.WEIGHTED_SUMS, SharedTwins::weightedSums);

    private SharedTwins() {}

    private static void squaredErrors(TwinCall call) {
        int segment = call.group();
        if (segment >= call.ints(8)[0]) {
            return;
        }
        int k = call.factors();
        int[] segments = call.ints(6);
        int row = segments[3 * segment];
        float[] numbers = call.floats(9);
        double squares = 0;
        for (int entry = segments[3 * segment + 1]; entry < segments[3 * segment + 2]; entry++) {
            int other = call.ints(4)[entry];
            double predicted = numbers[0] + call.floats(1)[row] + call.floats(3)[other];
            for (int f = 0; f < k; f++) {
                predicted += (double) call.floats(0)[row * k + f] * call.floats(2)[other * k + f];
            }
            // A NaN stays one, so that a training which diverged is noticed.
            double error = call.floats(5)[entry] - Math.min(numbers[2], Math.max(numbers[1], predicted));
            squares += error * error;
        }
        call.floats(7)[segment] = (float) squares;
    }

    private static void sumSegments(TwinCall call) {
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

    private static void sumPartials(TwinCall call) {
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

    private static void weightedSums(TwinCall call) {
        int k = call.factors();
        int rows = call.ints(3)[0];
        int from = call.group() * DeviceKernels.ROWS_AT_ONCE;
        for (int f = 0; f < k && from < rows; f++) {
            double sum = 0;
            for (int row = from; row < Math.min(rows, from + DeviceKernels.ROWS_AT_ONCE); row++) {
                sum += (double) call.floats(1)[row] * call.floats(0)[row * k + f];
            }
            call.floats(2)[call.group() * k + f] = (float) sum;
        }
    }
}
