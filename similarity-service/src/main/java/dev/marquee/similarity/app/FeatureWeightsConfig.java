package dev.marquee.similarity.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How much each kind of metadata counts when movies are compared. Only the proportions matter. The defaults were tuned on
 * MovieLens latest-small with IMDb credits (README, "How similarity works").
 */
@ConfigMapping(prefix = "marquee.similarity.weights")
public interface FeatureWeightsConfig {

    /** The backbone: nearly every movie has genres, and a neighbour of wholly other genres does not convince. */
    @WithDefault("1.0")
    double genre();

    /** Shapes a film more than any single actor, but has no say in what it is about. */
    @WithDefault("0.6")
    double director();

    /** The whole cast together; stars play in all sorts of films. */
    @WithDefault("0.7")
    double actor();

    /** The most telling words that there are; above genre, as one or two shared tags give only a part of it. */
    @WithDefault("1.1")
    double tag();

    /** Binds a series together. */
    @WithDefault("1.05")
    double titleWord();

    /** Films of one time resemble each other, which is no reason by itself. */
    @WithDefault("0.45")
    double year();

    /** Parts shorts and epics from the rest; the weakest. */
    @WithDefault("0.25")
    double runtime();
}
