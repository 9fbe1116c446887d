package dev.marquee.cf.check.stage;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.choice.ChosenDevice;
import dev.marquee.cf.device.choice.Devices;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.KernelCase;
import dev.marquee.cf.testing.KernelCases;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.common.device.DeviceChoice;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every kernel against its sequential twin, for every number of factors and at odd sizes, and against itself: the same
 * call gives the same bits. Where CUDA drives a card besides OpenCL, both ways.
 */
final class KernelsStage {
    private static final int SECONDS = 20;

    private KernelsStage() {}

    static void run(StageRun run) {
        ChosenDevice chosen = run.conditions().chosen();
        for (Kernel kernel : Algorithms.kernels()) {
            run.part(kernel.method(), SECONDS, part -> check(part, kernel, chosen::open));
        }
        boolean other = run.conditions().device() == DeviceChoice.GPU
                && chosen.info().orElseThrow().api() == DeviceInfo.Api.OPENCL;
        Devices cuda = new Devices(new DeviceSettings(Conditions.NO_LIBRARY,
                DeviceSettings.fromSystemProperties().cudaLibrary(), 0));
        if (other && !cuda.found().isEmpty()) {
            for (Kernel kernel : Algorithms.kernels()) {
                run.part(kernel.method() + " by CUDA", SECONDS,
                        part -> check(part, kernel, () -> cuda.choose(DeviceChoice.GPU).open()));
            }
        }
    }

    private static void check(Part part, Kernel kernel, Supplier<Device> opener) {
        int cases = 0;
        long start = System.nanoTime();
        try (Device device = opener.get(); Device twin = new SequentialDevice()) {
            for (int k : kernel.perFactors() ? kernel.compiledFor() : List.of(16)) {
                for (KernelCase one : KernelCases.of(kernel, k, k)) {
                    List<Object> first = one.run(device);
                    one.compare(one.run(twin), first);
                    KernelCase exact = new KernelCase(kernel, one.factors(), one.groups(), 0, one.arguments());
                    exact.compare(first, one.run(device));
                    cases++;
                }
            }
        }
        part.fact("calls", cases).fact("seconds", Figures.seconds(start));
        part.say("%d calls as the twin, twice the same bits", cases);
    }
}
