package dev.marquee.cf.kernels;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.choice.DeviceProvider;

/** TornadoVM's default device, as its own settings choose it. Stateless, thread-safe. */
public final class JitProvider implements DeviceProvider {

    /** TornadoVM's arguments name the classes that implement its API. */
    @Override
    public boolean wanted() {
        return System.getProperty("tornado.load.api.implementation") != null;
    }

    @Override
    public DeviceInfo info() {
        try {
            return JitRuntime.info();
        } catch (LinkageError | RuntimeException e) {
            throw new IllegalStateException("TornadoVM has no device: " + e, e);
        }
    }

    @Override
    public Device open() {
        return new JitDevice(info());
    }
}
