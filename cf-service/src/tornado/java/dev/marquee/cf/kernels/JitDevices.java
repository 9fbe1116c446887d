package dev.marquee.cf.kernels;

import dev.marquee.cf.train.gpu.Device;
import dev.marquee.cf.train.gpu.DeviceInfo;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** TornadoVM's default device, as its own settings choose it. */
public final class JitDevices {

    private JitDevices() {}

    /** What TornadoVM would run kernels on. */
    public static DeviceInfo info() {
        TornadoDevice device = TornadoRuntimeProvider.getTornadoRuntime().getDefaultDevice();
        String driver = device.getTornadoVMBackend() + ", " + device.getPlatformName();
        return new DeviceInfo(DeviceInfo.Api.TORNADOVM, device.getPhysicalDevice().getDeviceName(), driver,
                device.getDeviceType() == TornadoDeviceType.GPU, device.getMaxGlobalMemory(),
                device.getMaxAllocMemory(), device.getPhysicalDevice().getDeviceMaxComputeUnits());
    }

    /** Opens it. */
    public static Device open() {
        return new JitDevice(info());
    }
}
