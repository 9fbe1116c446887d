package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.Driver;
import dev.marquee.cf.device.Findings.Found;
import dev.marquee.cf.device.cuda.CudaDriver;
import dev.marquee.cf.device.kernel.GeneratedKernels;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.device.kernel.KernelCode;
import dev.marquee.cf.device.kernel.KernelProgram;
import dev.marquee.cf.device.kernel.KernelPrograms;
import dev.marquee.cf.device.opencl.OpenClDriver;
import dev.marquee.cf.train.ondevice.DeviceKernels;
import dev.marquee.cf.train.prior.DevicePriorKernels;

/** The chosen device, with something wrong with it that its driver notices while a training is under way. */
final class BrokenDevice {
    /** Of so many numbers that they reach beyond all memory that a card has given. */
    private static final int GROUPS = 1 << 22;

    private BrokenDevice() {}

    /** The kernel by which a training judges itself does not compile. */
    static Device withoutErrors(Conditions conditions) {
        DeviceInfo info = conditions.chosen().info().orElseThrow();
        boolean cuda = info.api() == DeviceInfo.Api.CUDA;
        KernelPrograms whole = GeneratedKernels.of(cuda ? KernelCode.Form.PTX : KernelCode.Form.OPENCL);
        DeviceSettings settings = DeviceSettings.fromSystemProperties();
        Driver driver = cuda
                ? new CudaDriver(settings, () -> broken(whole))
                : new OpenClDriver(settings, () -> broken(whole));
        return driver.find().devices().stream().filter(found -> found.info().equals(info)).findFirst()
                .map(Found::opener).orElseThrow().get();
    }

    private static KernelPrograms broken(KernelPrograms whole) {
        return new KernelPrograms() {
            @Override
            public int headerBytes() {
                return whole.headerBytes();
            }

            @Override
            public KernelProgram program(Kernel kernel, int factors) {
                KernelProgram program = whole.program(kernel, factors);
                return kernel == DeviceKernels.SQUARED_ERRORS
                        ? new KernelProgram(program.entry(), "no kernel", program.arrays(), program.number())
                        : program;
            }
        };
    }

    /** A kernel was started that writes where there is nothing. Only for cards, which notice. */
    static Device afterIllegalAddress(Conditions conditions) {
        Device device = conditions.open();
        DeviceFloats one = device.floats(1);
        DeviceInts size = device.ints(1);
        size.write(0, new int[]{Integer.MAX_VALUE}, 0, 1);
        device.launch(DevicePriorKernels.AXPY, 0, GROUPS, one, one, size, one);
        return device;
    }
}
