package dev.marquee.cf.train.ials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.solve.GramMatrix;
import dev.marquee.cf.train.support.Workers;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kernels' sequential twins against what the CPU's trainer computes with. */
class DeviceIalsKernelsTest {
    private static final int OTHERS = 137;
    private static final float UNOBSERVED = 0.3f;
    private static final float LAMBDA = 1.7f;

    /** As many steps as there are factors come to the solution, but for rounding. */
    @Test
    void enoughStepsSolveARowAsTheCpuSolvesIt() {
        for (int factors : new int[]{3, 16, 29, 64, 100, 200}) {
            Random random = new Random(factors);
            int k = Kernel.fitting(Ials.DEVICE_FACTORS, factors);
            int[] index = random.ints(53, 0, OTHERS).toArray();
            float[] others = padded(random, OTHERS, factors, k);
            float[] weights = new float[index.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = random.nextFloat();
            }
            float[] expected = solve(compact(others, factors, k), index, weights, factors);
            float[] solved = descend(others, index, weights, padded(random, 1, factors, k), k);
            for (int f = 0; f < k; f++) {
                assertEquals(f < factors ? expected[f] : 0, solved[k + f], 2e-4, factors + " factors, " + f);
            }
            assertEquals(0, solved[0], "the row before");
        }
    }

    private static float[] solve(float[] others, int[] index, float[] weights, int factors) {
        float[] expected = new float[factors];
        try (Workers one = new Workers(1, TrainListener.NONE)) {
            ImplicitRowSolver solver = new ImplicitRowSolver(GramMatrix.of(others, factors, one), UNOBSERVED);
            solver.begin();
            for (int i = 0; i < index.length; i++) {
                solver.add(others, index[i] * factors, weights[i]);
            }
            solver.solve(LAMBDA, expected, 0);
        }
        return expected;
    }

    /** Row 1 of two, the only one of its batch, in two segments. */
    private static float[] descend(float[] others, int[] index, float[] weights, float[] start, int k) {
        try (SequentialDevice device = new SequentialDevice()) {
            DeviceFloats fixed = Filled.floats(device, others);
            DeviceFloats chunks = device.floats(2 * k * k);
            DeviceFloats gram = device.floats(k * k);
            device.launch(DeviceIalsKernels.GRAM, k, 2 * DeviceIalsKernels.gramTiles(k), fixed, chunks,
                    Filled.ints(device, OTHERS, 100, 2, 0));
            device.launch(DeviceIalsKernels.GRAM_SUM, k, (k * k + 255) / 256, chunks, gram, Filled.ints(device, 2),
                    Filled.floats(device, UNOBSERVED));
            float[] rows = new float[2 * k];
            System.arraycopy(start, 0, rows, k, k);
            DeviceFloats x = Filled.floats(device, rows);
            Descent descent = new Descent(device, k, gram, fixed, Filled.ints(device, index),
                    Filled.floats(device, weights));
            descent.begin(x);
            for (int step = 0; step < 2 * k; step++) {
                descent.step(x);
            }
            assertEquals(0, Filled.read(descent.failed)[0]);
            return Filled.read(x);
        }
    }

    /** The arrays of one row's descent. */
    private static final class Descent {
        private final SequentialDevice device;
        private final int k;
        private final DeviceFloats gram;
        private final DeviceFloats others;
        private final DeviceInts index;
        private final DeviceFloats weights;
        private final DeviceInts segments;
        private final DeviceFloats partial;
        private final DeviceFloats products;
        private final DeviceFloats residuals;
        private final DeviceFloats directions;
        private final DeviceFloats squares;
        private final DeviceInts failed;

        Descent(SequentialDevice device, int k, DeviceFloats gram, DeviceFloats others, DeviceInts index,
                DeviceFloats weights) {
            this.device = device;
            this.k = k;
            this.gram = gram;
            this.others = others;
            this.index = index;
            this.weights = weights;
            segments = Filled.ints(device, 1, 0, 40, 1, 40, 53);
            partial = device.floats(2 * k);
            products = device.floats(k);
            residuals = device.floats(k);
            directions = device.floats(k);
            squares = device.floats(1);
            failed = device.ints(1);
        }

        void begin(DeviceFloats x) {
            gradients(x, 0, 1);
            products(x, 1);
            device.launch(DeviceIalsKernels.BEGIN, k, 1, x, partial, Filled.ints(device, 0, 2),
                    Filled.floats(device, LAMBDA), products, residuals, directions, squares,
                    Filled.ints(device, 1, 1));
        }

        void step(DeviceFloats x) {
            gradients(directions, 1, 0);
            products(directions, 0);
            device.launch(DeviceIalsKernels.STEP, k, 1, x, partial, Filled.ints(device, 0, 2),
                    Filled.floats(device, LAMBDA), products, residuals, directions, squares, failed,
                    Filled.ints(device, 1, 1));
        }

        private void gradients(DeviceFloats vectors, int first, int lacking) {
            device.launch(DeviceIalsKernels.GRADIENTS, k, 2, vectors, others, index, weights, segments, partial,
                    device.floats(2), Filled.ints(device, 2, first, lacking));
        }

        private void products(DeviceFloats rows, int first) {
            device.launch(DeviceIalsKernels.PRODUCTS, k, DeviceIalsKernels.productGroups(1, k), rows, gram, products,
                    Filled.ints(device, 1, first));
        }
    }

    /** Rows of random factors with zeros behind them. */
    private static float[] padded(Random random, int rows, int factors, int k) {
        float[] values = new float[rows * k];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % k < factors ? (float) (random.nextGaussian() * 0.5) : 0;
        }
        return values;
    }

    private static float[] compact(float[] padded, int factors, int k) {
        float[] compact = new float[padded.length / k * factors];
        for (int row = 0; row < padded.length / k; row++) {
            System.arraycopy(padded, row * k, compact, row * factors, factors);
        }
        return compact;
    }
}
