package dev.marquee.cf.train.ials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.ondevice.DeviceMatrix;
import dev.marquee.cf.train.ondevice.DeviceWork;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeviceGramTest {
    private static final float SCALE = 0.3f;

    /** Rows of several chunks, which of 200 factors go to the device one by one, and of 20 all at once. */
    @Test
    void allChunksCountOnceWhereverTheDeviceIsAskedAgain() {
        for (int factors : new int[]{20, 200}) {
            try (SequentialDevice device = new SequentialDevice()) {
                DeviceWork work = DeviceWork.of(device, factors, Ials.DEVICE_FACTORS, TrainListener.NONE);
                float[] rows = rows(2500, factors);
                DeviceMatrix side = new DeviceMatrix(work, 2500, factors);
                side.write(rows);
                DeviceFloats scratch = device.floats(DeviceGram.scratchSize(2500, work.padded));
                DeviceGram gram = new DeviceGram(work, side, SCALE, scratch);
                gram.update();
                gram.update();
                double squares = 0;
                float[] numbers = Filled.read(gram.numbers);
                for (int i = 0; i < numbers.length; i++) {
                    double expected = expected(rows, factors, i / work.padded, i % work.padded);
                    assertEquals(expected, numbers[i], 1e-3, factors + " factors, " + i);
                    squares += expected * expected;
                }
                assertEquals(1, gram.product(gram) / squares, 1e-5);
            }
        }
    }

    private static float[] rows(int count, int factors) {
        Random random = new Random(factors);
        float[] rows = new float[count * factors];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        return rows;
    }

    private static double expected(float[] rows, int factors, int one, int other) {
        double sum = 0;
        for (int row = 0; one < factors && other < factors && row < rows.length; row += factors) {
            sum += (double) rows[row + one] * rows[row + other];
        }
        return SCALE * sum;
    }
}
