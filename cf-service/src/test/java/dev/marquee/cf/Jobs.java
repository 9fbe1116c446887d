package dev.marquee.cf;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.harness.PackagedService;
import io.restassured.path.json.JsonPath;
import java.util.function.Predicate;

/** Imports and trainings of the packaged service. */
final class Jobs {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long PAUSE_MILLIS = 100;

    private Jobs() {}

    /** Starts a job; answers with its path. */
    static String post(PackagedService service, String jobs, String body) {
        String location = given().contentType("application/json").body(body).post(service.url() + "/api/v1/" + jobs)
                .then()
                .statusCode(202).extract().header("Location");
        return location.substring(location.indexOf("/api/"));
    }

    /** Waits for the end, which must be a good one. */
    static JsonPath ended(PackagedService service, String job) {
        JsonPath ended = until(service, job, state -> !state.getString("state").equals("running"));
        assertEquals("completed", ended.getString("state"), ended.prettify());
        return ended;
    }

    /** Waits until the job is there. */
    static JsonPath until(PackagedService service, String job, Predicate<JsonPath> there) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        JsonPath state = given().get(service.url() + job).jsonPath();
        while (!there.test(state)) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("Still not there: " + state.prettify());
            }
            pause();
            state = given().get(service.url() + job).jsonPath();
        }
        return state;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
