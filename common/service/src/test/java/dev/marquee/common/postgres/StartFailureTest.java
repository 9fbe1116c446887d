package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.InvalidRequest;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.BindException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    /** Two settings, of which each may be wrong. */
    @ConfigMapping(prefix = "of.a.test")
    interface Settings {
        int first();

        double second();
    }

    @Test
    void aWrongSettingThatWeFoundIsToldHoweverOftenItWasWrapped() {
        InvalidRequest found = new InvalidRequest("marquee.training.holdout", "must be at most 0.5, is 7");
        assertEquals(Optional.of("marquee.training.holdout: must be at most 0.5, is 7"),
                StartFailure.inOneLine(new RuntimeException("Failed to start quarkus",
                        new IllegalStateException("Error invoking subclass() method", found))));
    }

    @Test
    void whatTheConfigurationFoundIsToldInOneLine() {
        var config = new SmallRyeConfigBuilder().withMapping(Settings.class).withSources(new PropertiesConfigSource(
                Map.of("of.a.test.first", "one", "of.a.test.second", "two"), "test", 100));
        String line = StartFailure.inOneLine(assertThrows(ConfigValidationException.class, config::build))
                .orElseThrow();
        assertTrue(line.contains("of.a.test.first") && line.contains("of.a.test.second"), line);
        assertTrue(line.contains("\"one\"") && line.contains("\"two\""), line);
        assertEquals(1, line.lines().count(), line);
    }

    @Test
    void soAreQuarkusOwnSettingsAndAPortInUse() {
        assertEquals(Optional.of("first second"),
                StartFailure.inOneLine(new ConfigurationException("first\n  second\n")));
        assertTrue(StartFailure.inOneLine(new RuntimeException(new QuarkusBindException("0.0.0.0", 8080,
                new BindException("in use")))).orElseThrow().contains("8080"));
    }

    @Test
    void otherFailuresNeedTheirTrace() {
        assertEquals(Optional.empty(),
                StartFailure.inOneLine(new RuntimeException(new IllegalStateException("a bug"))));
    }
}
