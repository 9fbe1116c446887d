package dev.marquee.cf.kernels;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.choice.Devices;
import dev.marquee.cf.device.cuda.CudaDriver;
import dev.marquee.cf.device.kernel.GeneratedKernels;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.device.kernel.KernelCode;
import dev.marquee.cf.device.opencl.OpenClDriver;
import dev.marquee.cf.testing.KernelCase;
import dev.marquee.cf.testing.KernelCases;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.common.device.DeviceChoice;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs every kernel as TornadoVM compiles it now, and as it was compiled ahead of time, on the same kind of device, and
 * compares both with the sequential twin and with each other. Fails with an AssertionError. Started by
 * {@link JitAgreementTest} with TornadoVM's arguments.
 */
public final class JitAgreement {

    private JitAgreement() {}

    public static void main(String[] args) {
        try (Device jit = jit(); Device ahead = ahead(); Device twin = new SequentialDevice()) {
            System.out.println("just in time: " + jit.info().line() + ", ahead of time: " + ahead.info().line());
            int cases = 0;
            for (Kernel kernel : KernelTasks.kernels()) {
                for (int k : kernel.perFactors() ? kernel.compiledFor() : List.of(16)) {
                    for (KernelCase one : KernelCases.of(kernel, k, k)) {
                        List<Object> now = one.run(jit);
                        one.compare(one.run(twin), now);
                        one.compare(one.run(ahead), now);
                        cases++;
                    }
                }
            }
            System.out.println(cases + " calls agree");
        }
    }

    /** As a training would get it, so that the provider is found too. */
    private static Device jit() {
        Devices devices = new Devices(DeviceSettings.DEFAULTS);
        boolean gpu = devices.found().getFirst().gpu();
        Device device = devices.choose(gpu ? DeviceChoice.GPU : DeviceChoice.OPENCL).open();
        if (device.info().api() != DeviceInfo.Api.TORNADOVM) {
            throw new AssertionError("TornadoVM was not chosen: " + devices.summary());
        }
        return device;
    }

    /** By OpenCL, else by CUDA. */
    private static Device ahead() {
        DeviceSettings settings = DeviceSettings.fromSystemProperties();
        return Stream
                .of(new OpenClDriver(settings, () -> GeneratedKernels.of(KernelCode.Form.OPENCL)),
                        new CudaDriver(settings, () -> GeneratedKernels.of(KernelCode.Form.PTX)))
                .flatMap(driver -> driver.find().devices().stream()).findFirst()
                .orElseThrow(() -> new AssertionError("neither OpenCL nor CUDA has a device")).opener().get();
    }
}
