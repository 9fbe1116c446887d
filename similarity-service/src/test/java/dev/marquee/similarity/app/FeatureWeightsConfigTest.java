package dev.marquee.similarity.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.similarity.features.FeatureKind;
import dev.marquee.similarity.features.FeatureWeights;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    private static String setting(FeatureKind kind) {
        return "marquee.similarity.weights." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @EnumSource
    void aWrongWeightIsNamedAsItIsWritten(FeatureKind kind) {
        Map<String, String> wrong = Map.of(setting(kind), "-1");
        assertEquals(setting(kind) + ": a weight must be between 0 and 1000000, is -1.0",
                assertThrows(InvalidRequest.class, () -> configured(wrong)).getMessage());
    }

    @Test
    void whereNothingCountsThatIsSaidOfAllWeights() {
        Map<String, String> nothing = Arrays.stream(FeatureKind.values())
                .collect(Collectors.toMap(FeatureWeightsConfigTest::setting, kind -> "0"));
        assertEquals("marquee.similarity.weights.*",
                assertThrows(InvalidRequest.class, () -> configured(nothing)).field());
    }

    @ParameterizedTest
    @EnumSource
    void aConfiguredWeightIsThatOfItsKindAndLeavesTheOthersAsTheyAre(FeatureKind kind) {
        FeatureWeights weights = configured(Map.of(setting(kind), "7.5"));
        for (FeatureKind other : FeatureKind.values()) {
            assertEquals(other == kind ? 7.5 : FeatureWeights.DEFAULTS.of(other), weights.of(other), other.name());
        }
    }
}
