package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.testing.Filled;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The kernels' sequential twins against what the CPU's search computes with. */
class DeviceSearchKernelsTest {

    @Test
    void theBestAreThoseOfTheCpu() {
        Random random = new Random(9);
        int n = 131;
        float[] scores = new float[n];
        IntStream.range(0, n).forEach(i -> scores[i] = Math.round(random.nextGaussian() * 4));
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
}
