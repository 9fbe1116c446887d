package dev.marquee.cf.train;

import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.choice.ChosenDevice;
import java.util.Locale;

/**
 * Where a training runs, and why there.
 *
 * @param device as records and logs name it
 * @param reason a clause without a full stop
 * @param kind {@code cpu}, {@code opencl} or {@code cuda}
 */
public record Placement(String device, String reason, String kind) {

    static Placement of(TrainOptions options, ChosenDevice chosen) {
        return chosen.info().map(info -> new Placement(chosen.name(), chosen.why(), kind(info)))
                .orElseGet(() -> new Placement(cpu(options.workers()), chosen.why(), "cpu"));
    }

    private static String kind(DeviceInfo info) {
        return info.api().name().toLowerCase(Locale.ROOT);
    }

    private static String cpu(int threads) {
        return "CPU (" + threads + (threads == 1 ? " thread)" : " threads)");
    }
}
