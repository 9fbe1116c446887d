package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** Where steps are small, it makes no difference that a device counts a gradient before it takes its step. */
    @Test
    void aRoundInWhichNobodyIsTwiceIsTheCpus() {
        int users = 23;
        RatingMatrixBuilder builder = RatingMatrix.builder();
        Random random = new Random(5);
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
        float[] table = twice(part(p, users, 0, 16), part(q, users, 0, 16));
        float[] state = twice(part(p, users, 16, 8), part(q, users, 16, 8));
        int[] slots = new int[SgdSlots.NUMBERS * 2 * 64];
        int[] index = new int[2 * users];
        float[] ratings = new float[2 * users];
        for (int i = 0; i < users; i++) {
            slot(slots, i, blocks.users[i], i);
            slot(slots, 64 + i, users + blocks.movies[i], users + i);
            index[i] = users + blocks.movies[i];
            index[users + i] = blocks.users[i];
            ratings[i] = blocks.ratings[i];
            ratings[users + i] = blocks.ratings[i];
        }
        try (SequentialDevice device = new SequentialDevice()) {
            DeviceFloats deviceTable = Filled.floats(device, table);
            DeviceFloats deviceState = Filled.floats(device, state);
            DeviceFloats errors = device.floats(1);
            device.launch(DeviceSgdKernels.STEP, 16, 2, deviceTable, deviceState,
                    Filled.floats(device, twice(part(p, users, 32, 16), part(q, users, 32, 16))),
                    Filled.ints(device, index), Filled.floats(device, ratings), Filled.ints(device, slots), errors,
                    Filled.ints(device, 0, 2, 1, 2 * users, 1, 0), Filled.floats(device, 3.1f, 1f / 13, 0.1f));
            double squares = new ScalarSgdKernel().steps(blocks, 0, users, p, q, 3.1f, 1f / 13);
            assertEquals(squares, Filled.read(errors)[0], 1e-4);
            moved(table, twice(part(p, users, 0, 16), part(q, users, 0, 16)), Filled.read(deviceTable), 16);
            moved(state, twice(part(p, users, 16, 8), part(q, users, 16, 8)), Filled.read(deviceState), 8);
        }
    }

    private static void slot(int[] slots, int slot, int row, int entry) {
        System.arraycopy(new int[]{row, entry, entry + 1, 1}, 0, slots, SgdSlots.NUMBERS * slot, SgdSlots.NUMBERS);
    }

    /** Users, movies, and both again. */
    private static float[] twice(float[] users, float[] movies) {
        float[] all = new float[2 * (users.length + movies.length)];
        for (int at = 0; at < all.length; at += users.length + movies.length) {
            System.arraycopy(users, 0, all, at, users.length);
            System.arraycopy(movies, 0, all, at + users.length, movies.length);
        }
        return all;
    }

    /** The first half is as it was, and the second is where the CPU has its rows. */
    private static void moved(float[] before, float[] expected, float[] actual, int width) {
        int half = before.length / 2;
        double farthest = 0;
        for (int i = 0; i < half; i++) {
            assertEquals(before[i], actual[i], "before");
            if (width == 8 && (i % 8 == SgdRows.RATE || i % 8 == SgdRows.BIAS_RATE || i % 8 == SgdRows.NORM)) {
                continue; // a device forms them where it needs them
            }
            double move = expected[half + i] - before[i];
            assertEquals(move, actual[half + i] - before[i], 5e-3 * Math.abs(move) + 1e-6, "row " + i / width);
            farthest = Math.max(farthest, Math.abs(move));
        }
        assertTrue(farthest > 1e-4, "nothing moved");
    }

    private static SgdRows rows(RatingMatrix matrix, SgdOptions options, Random random) {
        int[] places = IntStream.range(0, matrix.users().size()).toArray();
        SgdRows rows = SgdRows.random(matrix.byUser(), places, options, new SplittableRandom(random.nextLong()),
                new Workers(1, TrainListener.NONE));
        rows.expect(floats(random, places.length * options.factors()));
        for (int place : places) {
            rows.values[rows.from(place) + 16 + SgdRows.SLOWNESS] = 50_000;
            rows.values[rows.from(place) + 16 + SgdRows.BIAS_SLOWNESS] = 50_000;
        }
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

    private static float[] floats(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
