package dev.marquee.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import java.util.List;

/**
 * People rate while one training after another runs. Each takes the first movie of the own list, rates it, looks
 * whether it is gone from the list, and takes the rating back, so that the ratings are in the end what they were.
 */
public final class Rating extends LoadSimulation {
    private static final int POLL_SECONDS = 1;
    private static final String START = "start training";

    @Override
    void define() {
        String user = settings.cfUrl() + "/api/v1/users/#{userId}";
        ChainBuilder list = exec(recommendations("recommendations")
                .check(jmesPath("items[0].movieId").saveAs("movieId"))).exitHereIfFailed();
        ChainBuilder rate = exec(
                http("rate").put(user + "/ratings/#{movieId}").header("Content-Type", "application/json")
                        .body(StringBody("{\"rating\": 4.5}")).check(status().is(200)));
        ChainBuilder listAfter = exec(recommendations("recommendations after rating")
                .check(jsonPath("$.items[?(@.movieId==#{movieId})]").notExists()));
        // A visitor who comes twice at a time may have taken it back already.
        ChainBuilder unrate = exec(http("take back").delete(user + "/ratings/#{movieId}").check(status().in(204, 404)));
        measure("rating", feed(Feeders.users(settings)).exec(list, rate, listAfter, unrate), 4,
                List.of(trainings()), List.of(details(START).failedRequests().count().is(0L)));
    }

    /** One after another until the time is over; the last one is cancelled. */
    private PopulationBuilder trainings() {
        String trainings = settings.cfUrl() + "/api/v1/trainings";
        ChainBuilder start = exec(http(START).post(trainings).header("Content-Type", "application/json")
                .body(StringBody("{\"algorithm\": \"" + settings.algorithm() + "\"}"))
                .check(status().is(202), jmesPath("id").saveAs("training"), jmesPath("state").saveAs("state")))
                .exitHereIfFailed();
        ChainBuilder watch = asLongAs(session -> "running".equals(session.getString("state")))
                .on(exec(http("training").get(trainings + "/#{training}")
                        .check(status().is(200), jmesPath("state").saveAs("state"))).pause(POLL_SECONDS));
        return scenario("training").during(settings.duration()).on(exec(start, watch))
                .exec(http("cancel training").delete(trainings + "/#{training}").check(status().in(200, 202)))
                .injectOpen(atOnceUsers(1));
    }
}
