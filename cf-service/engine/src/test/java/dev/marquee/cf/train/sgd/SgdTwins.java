package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.TwinCall;
import java.util.Map;
import java.util.function.Consumer;

/** The kernels of {@link DeviceSgdKernels} as sequential loops. */
public final class SgdTwins {
    public static final Map<Kernel, Consumer<TwinCall>> ALL = Map.of(DeviceSgdKernels.STEP, SgdTwins::sgdStep,
            DeviceSgdKernels.SETTLE, SgdTwins::sgdSettle, DeviceSgdKernels.COPY, SgdTwins::sgdCopy);

    private SgdTwins() {}

    private static void sgdStep(TwinCall call) {
        int[] sizes = call.ints(7);
        if (call.group() >= sizes[1]) {
            return;
        }
        int slotsOfGroup = DeviceSgdKernels.slotsOfGroup(call.factors());
        int[] slots = call.ints(5);
        double squares = 0;
        for (int slot = 0; slot < slotsOfGroup; slot++) {
            int at = SgdSlots.NUMBERS * (sizes[0] + call.group() * slotsOfGroup + slot);
            if (slots[at + 3] > 0) {
                int last = at + SgdSlots.NUMBERS * (slots[at + 3] - 1);
                squares += new Move(call, slots[at]).by(slots[at + 1] + sizes[5], slots[last + 2] + sizes[5]);
            }
        }
        if (call.group() < sizes[2]) {
            call.floats(6)[call.group()] += (float) squares;
        }
    }

    /** A row's move by its entries of a round. */
    private static final class Move {
        private final int k;
        private final int row;
        private final int all;
        private final float[] rows;
        private final float[] state;
        private final TwinCall call;
        private final double[] gradient;
        private double slowness;
        private double errors;
        private double biasSquares;
        private double squares;

        Move(TwinCall call, int row) {
            this.call = call;
            this.row = row;
            k = call.factors();
            all = call.ints(7)[3];
            rows = call.floats(0);
            state = call.floats(1);
            gradient = new double[k];
        }

        double by(int from, int to) {
            for (int entry = from; entry < to; entry++) {
                add(call.ints(3)[entry], call.floats(4)[entry]);
            }
            write(to - from, row < all ? row : row - all, row < all ? row + all : row - all);
            return squares;
        }

        private void add(int other, float rating) {
            double product = 0;
            double norm = 0;
            for (int f = 0; f < k; f++) {
                product += (double) rows[row * k + f] * rows[other * k + f];
                norm += (double) rows[other * k + f] * rows[other * k + f];
            }
            double bias = state[8 * row + SgdRows.BIAS];
            double error = rating - (call.floats(8)[0] + bias + state[8 * other + SgdRows.BIAS] + product);
            for (int f = 0; f < k; f++) {
                gradient[f] += error * rows[other * k + f];
            }
            double biasGradient = error - state[8 * row + SgdRows.BIAS_LAMBDA] * bias;
            slowness += error * error * norm;
            errors += error;
            biasSquares += biasGradient * biasGradient;
            squares += error * error;
        }

        private void write(int entries, int place, int target) {
            float[] numbers = call.floats(8);
            double newSlowness = state[8 * row + SgdRows.SLOWNESS] + slowness * numbers[1];
            double newBiasSlowness = state[8 * row + SgdRows.BIAS_SLOWNESS] + biasSquares;
            double rate = numbers[2] / Math.sqrt(newSlowness);
            double pull = rate * entries * state[8 * row + SgdRows.LAMBDA];
            for (int f = 0; f < k; f++) {
                double towards = call.ints(7)[4] != 0 ? call.floats(2)[place * k + f] : 0;
                rows[target * k + f] = (float) ((rows[row * k + f] + rate * gradient[f] + pull * towards)
                        / (1 + pull));
            }
            double biasRate = numbers[2] / Math.sqrt(newBiasSlowness);
            state[8 * target + SgdRows.BIAS] = (float) ((state[8 * row + SgdRows.BIAS] + biasRate * errors)
                    / (1 + biasRate * entries * state[8 * row + SgdRows.BIAS_LAMBDA]));
            state[8 * target + SgdRows.SLOWNESS] = (float) newSlowness;
            state[8 * target + SgdRows.BIAS_SLOWNESS] = (float) newBiasSlowness;
        }
    }

    private static void sgdSettle(TwinCall call) {
        int k = call.factors();
        int[] sizes = call.ints(5);
        float[] state = call.floats(1);
        for (int item = call.firstItem(); item < call.endItem(sizes[1] * k); item++) {
            int f = item % k;
            int row = sizes[0] + item / k;
            int from = row + call.ints(2)[row] * sizes[2];
            call.floats(0)[row * k + f] = call.floats(0)[from * k + f];
            call.floats(3)[item] = call.floats(0)[from * k + f];
            if (f < DeviceSgdKernels.STATE) {
                state[8 * row + f] = state[8 * from + f];
            }
            if (f == SgdRows.BIAS) {
                call.floats(4)[item / k] = state[8 * from];
            }
        }
    }

    private static void sgdCopy(TwinCall call) {
        int[] sizes = call.ints(2);
        for (int item = call.firstItem(); item < call.endItem(sizes[0]); item++) {
            call.floats(1)[sizes[1] + item] = call.floats(0)[item];
        }
    }
}
