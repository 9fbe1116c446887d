package dev.marquee.similarity.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.similarity.features.FeatureWeights;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class FeatureWeightsConfigTest {

    @Test
    void theDefaultsOfTheConfigurationAreThoseOfTheCode() {
        FeatureWeightsConfig config = new SmallRyeConfigBuilder().withMapping(FeatureWeightsConfig.class).build()
                .getConfigMapping(FeatureWeightsConfig.class);
        assertEquals(FeatureWeights.DEFAULTS, new FeatureWeightsProducer().weights(config));
    }
}
