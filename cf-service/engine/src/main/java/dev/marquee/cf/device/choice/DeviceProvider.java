package dev.marquee.cf.device.choice;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceInfo;

/**
 * A further way to a device, found by {@link java.util.ServiceLoader}: how the kernels reach TornadoVM, of which a
 * build without its SDK knows nothing. What a provider finds is preferred to what the built-in ways find, as no build
 * has one by chance.
 */
public interface DeviceProvider {

    /** Whether this Java was started as the provider needs it; nothing else is asked of it where not. */
    boolean wanted();

    /** @throws IllegalStateException if there is no device; says why */
    DeviceInfo info();

    /** Opens it; whoever opens it closes it. */
    Device open();
}
