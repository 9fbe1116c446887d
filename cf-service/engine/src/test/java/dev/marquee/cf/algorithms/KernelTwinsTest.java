package dev.marquee.cf.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.index.DeviceSearchKernels;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.als.DeviceAlsKernels;
import dev.marquee.cf.train.sgd.DeviceSgdKernels;
import dev.marquee.cf.train.sgd.ScalarSgdKernel;
import dev.marquee.cf.train.sgd.SgdBlocks;
import dev.marquee.cf.train.sgd.SgdOptions;
import dev.marquee.cf.train.sgd.SgdRows;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The GPU kernels' sequential twins against what the CPU trainers compute with. */
class KernelTwinsTest {

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

    @Test
    void aStepOfSgdIsTheCpus() {
        int users = 23;
        RatingMatrixBuilder builder = RatingMatrix.builder();
        Random random = new Random(5);
        // No two ratings share a row, so the order does not matter.
        for (int user = 0; user < users; user++) {
            builder.add(user, user, 1 + random.nextInt(9) / 2f, 0);
        }
        RatingMatrix matrix = builder.build();
        SgdOptions options = new SgdOptions(13, 1, 0.1, 1.8, 0.5, 4, 60, 0, 1, 1);
        SgdBlocks blocks;
        try (Workers workers = new Workers(1, TrainListener.NONE)) {
            blocks = new SgdBlocks(matrix, workers, 1024, new SplittableRandom(1));
        }
        SgdRows p = rows(matrix, options, random);
        SgdRows q = rows(matrix, options, random);
        try (SequentialDevice device = new SequentialDevice()) {
            DeviceFloats deviceP = Filled.floats(device, part(p, users, 0, 16));
            DeviceFloats deviceQ = Filled.floats(device, part(q, users, 0, 16));
            DeviceFloats stateP = Filled.floats(device, part(p, users, 16, 8));
            DeviceFloats stateQ = Filled.floats(device, part(q, users, 16, 8));
            DeviceFloats errors = device.floats(1);
            device.launch(DeviceSgdKernels.STEP, 16, 1, deviceP, deviceQ, stateP, stateQ,
                    Filled.floats(device, part(p, users, 32, 16)), Filled.floats(device, part(q, users, 32, 16)),
                    Filled.ints(device, blocks.users), Filled.ints(device, blocks.movies),
                    Filled.floats(device, blocks.ratings), Filled.ints(device, 0, 10, 11, users),
                    Filled.ints(device, 0, 3), errors, Filled.ints(device, 0, 0, 1),
                    Filled.floats(device, 3.1f, 1f / 13));
            double squares = new ScalarSgdKernel().steps(blocks, 0, users, p, q, 3.1f, 1f / 13);
            assertEquals(squares, Filled.read(errors)[0], 1e-4);
            same(part(p, users, 0, 16), Filled.read(deviceP), "users");
            same(part(q, users, 0, 16), Filled.read(deviceQ), "movies");
            same(part(p, users, 16, 8), Filled.read(stateP), "users' state");
            same(part(q, users, 16, 8), Filled.read(stateQ), "movies' state");
        }
    }

    @Test
    void theBestAreThoseOfTheCpu() {
        Random random = new Random(9);
        int n = 131;
        float[] scores = floats(random, n);
        IntStream.range(0, n).forEach(i -> scores[i] = Math.round(scores[i] * 4));
        try (SequentialDevice device = new SequentialDevice()) {
            DeviceInts items = device.ints(20);
            DeviceFloats itemScores = device.floats(20);
            device.launch(DeviceSearchKernels.SELECT_TOP, 0, 1, Filled.floats(device, scores),
                    Filled.ints(device, 0, 2),
                    Filled.ints(device, 3, 130), items, itemScores, Filled.ints(device, 1, n, 20));
            TopK top = new TopK(20);
            IntStream.range(0, n - 1).filter(i -> i != 3).forEach(i -> top.offer(i, scores[i]));
            List<Scored> expected = top.drain();
            for (int i = 0; i < 20; i++) {
                assertEquals(expected.get(i), new Scored(Filled.read(items)[i], Filled.read(itemScores)[i]));
            }
        }
    }

    private static SgdRows rows(RatingMatrix matrix, SgdOptions options, Random random) {
        int[] places = IntStream.range(0, matrix.users().size()).toArray();
        SgdRows rows = SgdRows.random(matrix.byUser(), places, options, new SplittableRandom(random.nextLong()),
                new Workers(1, TrainListener.NONE));
        rows.expect(floats(random, places.length * options.factors()));
        rows.refresh(0, places.length, 0.1f, true);
        return rows;
    }

    private static float[] part(SgdRows rows, int count, int from, int length) {
        float[] part = new float[count * length];
        for (int row = 0; row < count; row++) {
            System.arraycopy(rows.values, rows.from(row) + from, part, row * length, length);
        }
        return part;
    }

    private static void same(float[] expected, float[] actual, String what) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-5 * (1 + Math.abs(expected[i])), what + " " + i);
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
