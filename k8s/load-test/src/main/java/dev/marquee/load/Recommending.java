package dev.marquee.load;

import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;

/**
 * Someone asks for movies to see: one request to cf-service, which asks similarity-service for its part.
 */
public final class Recommending extends LoadSimulation {
    @Override
    void define() {
        measure("recommending", feed(Feeders.users(settings)).exec(
                recommendations("recommendations").check(jmesPath("items[0].title").exists())), 1);
    }
}
