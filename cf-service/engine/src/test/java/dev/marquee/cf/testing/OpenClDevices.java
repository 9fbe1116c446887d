package dev.marquee.cf.testing;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.Findings;
import dev.marquee.cf.device.kernel.GeneratedKernels;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.device.kernel.KernelCode;
import dev.marquee.cf.device.kernel.KernelProgram;
import dev.marquee.cf.device.kernel.KernelPrograms;
import dev.marquee.cf.device.opencl.OpenClDriver;
import org.junit.jupiter.api.Assumptions;

/** The OpenCL device of this machine, for tests; they are skipped where there is none. */
public final class OpenClDevices {

    private OpenClDevices() {}

    /** @param memory bytes that arrays may take together; 0: as many as there are */
    public static Device open(long memory) {
        return open(memory, GeneratedKernels.of(KernelCode.Form.OPENCL));
    }

    public static Device open(KernelPrograms programs) {
        return open(0, programs);
    }

    private static Device open(long memory, KernelPrograms programs) {
        DeviceSettings system = DeviceSettings.fromSystemProperties();
        Findings findings = new OpenClDriver(
                new DeviceSettings(system.openClLibrary(), system.cudaLibrary(), memory), () -> programs).find();
        Assumptions.assumeFalse(findings.devices().isEmpty(), () -> "needs an OpenCL device: " + findings.line());
        return findings.devices().getFirst().opener().get();
    }

    /** The same text for every kernel. */
    public static KernelPrograms program(String text) {
        return new KernelPrograms() {
            @Override
            public int headerBytes() {
                return 16;
            }

            @Override
            public KernelProgram program(Kernel kernel, int factors) {
                return new KernelProgram(kernel.method(), text, kernel.arguments().size(), kernel.perFactors());
            }
        };
    }
}
