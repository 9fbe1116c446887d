package dev.marquee.similarity.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.similarity.features.FeatureKind;
import dev.marquee.similarity.features.FeatureWeights;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureWeightsConfigTest {

    private static FeatureWeights configured(Map<String, String> properties) {
        return new FeatureWeightsProducer().weights(new SmallRyeConfigBuilder().withMapping(FeatureWeightsConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100)).build()
                .getConfigMapping(FeatureWeightsConfig.class));
    }

    @Test
    void whereNothingIsConfiguredTheDefaultsCount() {
        assertEquals(FeatureWeights.DEFAULTS, configured(Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void aConfiguredWeightIsThatOfItsKindAndLeavesTheOthersAsTheyAre(FeatureKind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        FeatureWeights weights = configured(Map.of("marquee.similarity.weights." + name, "7.5"));
        for (FeatureKind other : FeatureKind.values()) {
            assertEquals(other == kind ? 7.5 : FeatureWeights.DEFAULTS.of(other), weights.of(other), other.name());
        }
    }
}
