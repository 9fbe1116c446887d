package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.TwinCall;
import java.util.Map;
import java.util.function.Consumer;

/** The kernels of {@link DeviceSgdKernels} as sequential loops. */
public final class SgdTwins {
    public static final Map<Kernel, Consumer<TwinCall>> ALL = Map.of(DeviceSgdKernels.STEP, SgdTwins::sgdStep,
            DeviceSgdKernels.REFRESH, SgdTwins::sgdRefresh);
    private static final int BIAS = 0;
    private static final int RATE = 1;
    private static final int BIAS_RATE = 2;
    private static final int SLOWNESS = 3;
    private static final int BIAS_SLOWNESS = 4;
    private static final int NORM = 5;
    private static final int LAMBDA = 6;
    private static final int BIAS_LAMBDA = 7;

    private SgdTwins() {}

    private static void sgdStep(TwinCall call) {
        int[] sizes = call.ints(12);
        int[] rounds = call.ints(9);
        int block = sizes[0] + call.group();
        double squares = 0;
        for (int round = call.ints(10)[block]; round < call.ints(10)[block + 1]; round++) {
            int ratings = rounds[round + 1] - rounds[round];
            if (ratings < 1 || ratings > 1024 / call.factors()) {
                throw new IllegalArgumentException("a round of " + ratings + " ratings");
            }
            for (int entry = rounds[round]; entry < rounds[round + 1]; entry++) {
                squares += rating(call, entry);
            }
        }
        call.floats(11)[sizes[1] + call.group()] += (float) squares;
    }

    private static double rating(TwinCall call, int entry) {
        int k = call.factors();
        int user = call.ints(6)[entry];
        int movie = call.ints(7)[entry];
        float[] p = call.floats(0);
        float[] q = call.floats(1);
        float[] u = call.floats(2);
        float[] i = call.floats(3);
        float[] numbers = call.floats(13);
        boolean drawn = call.ints(12)[2] != 0;
        double predicted = numbers[0] + u[user * 8 + BIAS] + i[movie * 8 + BIAS];
        for (int f = 0; f < k; f++) {
            predicted += (double) p[user * k + f] * q[movie * k + f];
        }
        float error = (float) (call.floats(8)[entry] - predicted);
        for (int f = 0; f < k; f++) {
            float old = p[user * k + f];
            float other = q[movie * k + f];
            float towards = drawn ? call.floats(4)[user * k + f] : 0;
            float otherTowards = drawn ? call.floats(5)[movie * k + f] : 0;
            p[user * k + f] += u[user * 8 + RATE] * (error * other - u[user * 8 + LAMBDA] * (old - towards));
            q[movie * k + f] += i[movie * 8 + RATE] * (error * old - i[movie * 8 + LAMBDA] * (other - otherTowards));
        }
        state(u, user * 8, error, i[movie * 8 + NORM], numbers[1]);
        state(i, movie * 8, error, u[user * 8 + NORM], numbers[1]);
        return (double) error * error;
    }

    private static void state(float[] state, int at, float error, float otherNorm, float perFactor) {
        float gradient = error - state[at + BIAS_LAMBDA] * state[at + BIAS];
        state[at + BIAS] += state[at + BIAS_RATE] * gradient;
        state[at + SLOWNESS] += error * error * otherNorm * perFactor;
        state[at + BIAS_SLOWNESS] += gradient * gradient;
    }

    private static void sgdRefresh(TwinCall call) {
        int k = call.factors();
        float[] state = call.floats(1);
        float rate = call.floats(3)[0];
        for (int row = call.firstItem(); row < call.endItem(call.ints(2)[0]); row++) {
            double norm = 0;
            for (int f = 0; f < k; f++) {
                norm += (double) call.floats(0)[row * k + f] * call.floats(0)[row * k + f];
            }
            state[row * 8 + RATE] = (float) (rate / Math.sqrt(state[row * 8 + SLOWNESS]));
            state[row * 8 + BIAS_RATE] = (float) (rate / Math.sqrt(state[row * 8 + BIAS_SLOWNESS]));
            state[row * 8 + NORM] = (float) norm;
        }
    }
}
