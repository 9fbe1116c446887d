package dev.marquee.cf.app.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Settings of the cache of movie metadata. Where similarity-service is, and how long its answers may take, are
 * Quarkus's own settings in {@code application.properties}.
 */
@ConfigMapping(prefix = "marquee.catalogue")
public interface CatalogueConfig {

    /**
     * How many movies are remembered. The default holds the whole of MovieLens 32M (87,585 movies) in about 30 MB, so
     * that a genre filter never asks for a movie twice.
     */
    @WithDefault("100000")
    int cacheSize();

    /**
     * After this time a movie is asked for again. Titles hardly ever change; an edit in the catalogue should still be
     * seen within the hour. While similarity-service is down, older answers serve on.
     */
    @WithDefault("30m")
    Duration cacheTtl();

    /**
     * After this time it is asked again whether a movie that is rated exists: so long a deleted one may still be rated.
     * Each rating of another movie costs a call otherwise.
     */
    @WithDefault("1s")
    Duration existenceTtl();

    /**
     * How many movies are asked for in one request: at about 1 KB each, an answer stays well below a megabyte. More
     * than 1000 count as 1000, which is what similarity-service takes.
     */
    @WithDefault("500")
    int batchSize();
}
