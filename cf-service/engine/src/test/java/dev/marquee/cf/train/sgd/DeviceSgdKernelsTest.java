package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.Workers;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The kernels' sequential twins against what the CPU's trainer computes with. */
class DeviceSgdKernelsTest {

    @Test
    void aStepIsTheCpus() {
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
}
