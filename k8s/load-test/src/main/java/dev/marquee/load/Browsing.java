package dev.marquee.load;

import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/**
 * Someone looks for a movie, opens it, and sees what is like it: three requests to similarity-service.
 */
public final class Browsing extends LoadSimulation {
    @Override
    void define() {
        String movies = settings.similarityUrl() + "/api/v1/movies";
        measure("browsing", feed(Feeders.movies(settings)).exec(
                http("search").get(movies).queryParam("query", "#{words}").queryParam("size", 20)
                        .check(status().is(200), jmesPath("items[0].movieId").exists()),
                http("movie").get(movies + "/#{movieId}").check(status().is(200)),
                http("similar").get(movies + "/#{movieId}/similar").queryParam("limit", 10).queryParam("explain", true)
                        .check(status().is(200))),
                3);
    }
}
