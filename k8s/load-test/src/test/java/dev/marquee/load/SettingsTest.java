package dev.marquee.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.load.Settings.Arrival;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Settings with(String name, String value) {
        return Settings.of(Map.of(name, value), Map.of());
    }

    @Test
    void defaultsAreThoseOfALaptop() {
        Settings settings = Settings.of(Map.of(), Map.of());
        assertEquals("http://localhost:8080", settings.cfUrl());
        assertEquals("http://localhost:8081", settings.similarityUrl());
        assertEquals(20, settings.p99Millis());
        assertEquals(Arrival.CONSTANT, settings.arrival());
        assertTrue(settings.explain());
    }

    @Test
    void propertiesGoBeforeTheEnvironment() {
        Settings settings = Settings.of(Map.of("load.rate", "12.5", "load.arrival", "ramp"),
                Map.of("LOAD_RATE", "99", "LOAD_WARM_UP", "7", "LOAD_CF_URL", "https://marquee.example/cf/"));
        assertEquals(12.5, settings.rate());
        assertEquals(Arrival.RAMP, settings.arrival());
        assertEquals(Duration.ofSeconds(7), settings.warmUp());
        assertEquals("https://marquee.example/cf", settings.cfUrl());
    }

    @Test
    void aBadValueIsNamedWithWhatIsAllowed() {
        Map<String, String> bad = Map.of("load.rate", "0", "load.duration", "1m", "load.p99-ms", "-1",
                "load.error-percent", "101", "load.cf-url", "localhost:8080", "load.arrival", "burst", "load.ids",
                "1e3",
                "load.explain", "yes", "load.warm-up", "-5", "load.similarity-url", "http://host/x?y=z");
        bad.forEach((name, value) -> {
            String message = assertThrows(BadSetting.class, () -> with(name, value), name).getMessage();
            assertTrue(message.contains(name) && message.contains(SettingReader.variable(name.substring(5)))
                    && message.contains("must be") && message.contains(value), message);
        });
    }

    @Test
    void notANumberIsNoRate() {
        assertThrows(BadSetting.class, () -> with("load.rate", "NaN"));
        assertThrows(BadSetting.class, () -> with("load.rate", "fast"));
    }

    @Test
    void anUnknownPropertyIsRefused() {
        String message = assertThrows(BadSetting.class, () -> with("load.rates", "5")).getMessage();
        assertTrue(message.contains("load.rates") && message.contains("load.rate,"), message);
    }

    @Test
    void theEnvironmentMayHoldOtherThings() {
        assertEquals(50, Settings.of(Map.of(), Map.of("LOAD_TEST_SERVICE_HOST", "10.0.0.1")).rate());
    }
}
