package dev.marquee.cf.device;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a {@link Driver} found.
 *
 * @param api of all the devices
 * @param devices that can be opened
 * @param problem why there are no devices, or what is the matter with those that cannot be opened; empty if nothing
 */
public record Findings(DeviceInfo.Api api, List<Found> devices, String problem) {

    /** A device that can be opened. */
    public record Found(DeviceInfo info, Supplier<Device> opener) {}

    public Findings {
        devices = List.copyOf(devices);
    }

    public static Findings nothing(DeviceInfo.Api api, String problem) {
        return new Findings(api, List.of(), problem);
    }

    /** A clause for a refusal. */
    public String line() {
        String text = devices.stream().map(Found::info)
                .map(info -> info.name() + (info.gpu() ? " (a GPU)" : " (not a GPU)"))
                .collect(Collectors.joining(", "));
        String separator = text.isEmpty() || problem.isEmpty() ? "" : "; ";
        return api + ": " + text + separator + problem;
    }
}
