package dev.marquee.cf.device.choice;

import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.Driver;
import dev.marquee.cf.device.Findings;
import java.util.List;
import java.util.ServiceLoader;

/** The devices of one {@link DeviceProvider}. Thread-safe if the provider is. */
record ProvidedDriver(DeviceProvider provider) implements Driver {

    /** One for each provider of this build that this Java was started for; none in an ordinary build. */
    static List<ProvidedDriver> all() {
        return ServiceLoader.load(DeviceProvider.class, DeviceProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(DeviceProvider::wanted).map(ProvidedDriver::new).toList();
    }

    @Override
    public Findings find() {
        try {
            Findings.Found found = new Findings.Found(provider.info(), provider::open);
            return new Findings(found.info().api(), List.of(found), "");
        } catch (IllegalStateException e) {
            return Findings.nothing(DeviceInfo.Api.TORNADOVM, String.valueOf(e.getMessage()));
        }
    }
}
