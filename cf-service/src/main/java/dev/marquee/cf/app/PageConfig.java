package dev.marquee.cf.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What the page says of the data.
 */
@ConfigMapping(prefix = "marquee.page")
public interface PageConfig {

    /** Whether the ratings are the bundled sample's, which are generated; the page then says so. */
    @WithDefault("false")
    boolean generatedRatings();
}
