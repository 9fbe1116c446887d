package dev.marquee.cf.kernels;

import dev.marquee.cf.device.DeviceInfo;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** What touches TornadoVM's runtime; apart from the provider, which is loaded where there is none too. */
final class JitRuntime {

    private JitRuntime() {}

    static DeviceInfo info() {
        TornadoDevice device = TornadoRuntimeProvider.getTornadoRuntime().getDefaultDevice();
        String driver = device.getTornadoVMBackend() + ", " + device.getPlatformName();
        return new DeviceInfo(DeviceInfo.Api.TORNADOVM, device.getPhysicalDevice().getDeviceName(), driver,
                device.getDeviceType() == TornadoDeviceType.GPU, device.getMaxGlobalMemory(),
                device.getMaxAllocMemory(), device.getPhysicalDevice().getDeviceMaxComputeUnits());
    }
}
