package dev.marquee.cf.train.als;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.solve.RowSolver;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kernels' sequential twins against what the CPU's trainer computes with. */
class DeviceAlsKernelsTest {

    @Test
    void aRowIsSolvedAsTheCpuSolvesIt() {
        for (int factors : new int[]{3, 16, 29, 64, 100}) {
            Random random = new Random(factors);
            int k = Kernel.compiledFor(factors);
            int n = 37;
            int[] index = random.ints(53, 0, n).toArray();
            float[] others = padded(random, n, factors, k);
            float[] biases = floats(random, n);
            float[] ratings = floats(random, index.length);
            float[] prior = padded(random, 2, factors, k);
            try (SequentialDevice device = new SequentialDevice()) {
                DeviceFloats partial = device.floats(2 * DeviceAlsKernels.partialSize(k));
                DeviceFloats solved = device.floats(2 * k);
                DeviceFloats bias = device.floats(2);
                DeviceInts failed = device.ints(1);
                device.launch(DeviceAlsKernels.NORMAL, k, 2, Filled.floats(device, others),
                        Filled.floats(device, biases),
                        Filled.ints(device, index), Filled.floats(device, ratings),
                        Filled.ints(device, 1, 0, 40, 1, 40, 53), partial, Filled.ints(device, 2),
                        Filled.floats(device, 0.3f));
                device.launch(DeviceAlsKernels.SOLVE, k, 1, partial, Filled.ints(device, 1, 0, 2),
                        Filled.ints(device, 53),
                        Filled.floats(device, 1.7f, 0.9f), Filled.floats(device, prior), solved, bias, failed,
                        Filled.ints(device, 1, 1));
                float[] expected = new float[factors];
                RowSolver solver = new RowSolver(factors);
                solver.begin(compact(others, factors, k));
                solver.expect(1.7f, prior, k);
                for (int i = 0; i < index.length; i++) {
                    solver.add(index[i], ratings[i] - 0.3f - biases[index[i]]);
                }
                float expectedBias = solver.solve(1.7f, 0.9f, expected, 0);
                assertEquals(0, Filled.read(failed)[0]);
                assertEquals(expectedBias, Filled.read(bias)[1], 1e-4, factors + " factors");
                for (int f = 0; f < k; f++) {
                    assertEquals(f < factors ? expected[f] : 0, Filled.read(solved)[k + f], 2e-4,
                            factors + " factors, " + f);
                }
            }
        }
    }

    private static float[] floats(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Rows of random factors with zeros behind them. */
    private static float[] padded(Random random, int rows, int factors, int k) {
        float[] values = floats(random, rows * k);
        for (int row = 0; row < rows; row++) {
            Arrays.fill(values, row * k + factors, (row + 1) * k, 0);
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
