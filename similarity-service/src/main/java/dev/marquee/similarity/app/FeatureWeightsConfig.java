package dev.marquee.similarity.app;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalDouble;

/**
 * How much each kind of metadata counts when movies are compared. What each weight means, and what it is where none is
 * given, stands in {@link dev.marquee.similarity.features.FeatureWeights}.
 */
@ConfigMapping(prefix = FeatureWeightsConfig.PREFIX)
public interface FeatureWeightsConfig {
    String PREFIX = "marquee.similarity.weights";

    OptionalDouble genre();

    OptionalDouble director();

    OptionalDouble actor();

    OptionalDouble tag();

    OptionalDouble titleWord();

    OptionalDouble year();

    OptionalDouble runtime();
}
