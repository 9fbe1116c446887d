package dev.marquee.cf.check.stage;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.choice.ThisMachine;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.common.device.DeviceChoice;
import java.util.Map;
import java.util.function.Supplier;

/** A small training that is the same each time, here and in a process of its own. */
final class TrainOnce {
    private static final int FACTORS = 16;
    /** Of MovieLens 100K's shape. */
    private static final Split RATINGS = Split.random(LowRankRatings.of(943, 1682, 0.063, 1), 0.1, 1);

    private TrainOnce() {}

    /** @param args the device, an algorithm, epochs; prints the last epoch's validation */
    public static void main(String[] args) {
        Watchdog.ofThisProcess();
        DeviceChoice device = DeviceChoice.parse(args[0]);
        TrainResult result = train(Algorithms.named(args[1]), Integer.parseInt(args[2]),
                () -> ThisMachine.choose(device).open());
        System.out.println(validation(result));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    static TrainResult train(Algorithm<?> algorithm, int epochs, Supplier<Device> devices) {
        return OnDevice.train(algorithm.estimator().with(Map.of("factors", FACTORS)).forEpochs(epochs), devices,
                RATINGS.train(), RATINGS.heldOut(), TrainListener.NONE);
    }

    static double validation(TrainResult result) {
        return result.history().getLast().validation();
    }
}
