package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.testing.TasteFolder;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Brings the running service to where it has ratings and a model, over its own interface.
 */
final class Trained {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long PAUSE_MILLIS = 50;

    private Trained() {}

    static void once() {
        if (given().get("/api/v1/models").jsonPath().getInt("total") == 0) {
            imported();
            train("{\"algorithm\": \"als\", \"options\": {\"factors\": 8}}");
        }
    }

    static void imported() {
        imported(TasteFolder.create());
    }

    static void imported(Path folder) {
        String location = given().contentType("application/json")
                .body("{\"path\": \"" + folder + "\"}").post("/api/v1/imports").then().statusCode(202)
                .extract().header("Location");
        JsonPath job = until(location, state -> !state.equals("running"));
        assertEquals("completed", job.getString("state"), job.prettify());
    }

    /** Asks until an answer is as wanted. */
    static JsonPath eventually(Supplier<JsonPath> question, Predicate<JsonPath> wanted) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        JsonPath answer = question.get();
        while (!wanted.test(answer)) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("Still not so: " + answer.prettify());
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    /** Trains to the end; answers with the job. */
    static JsonPath train(String request) {
        JsonPath job = until(start(request), state -> !state.equals("running"));
        assertEquals("completed", job.getString("state"), job.prettify());
        return job;
    }

    static String start(String request) {
        return given().contentType("application/json").body(request).post("/api/v1/trainings").then().statusCode(202)
                .extract().header("Location");
    }

    static JsonPath until(String location, Predicate<String> state) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        JsonPath job = given().get(location).jsonPath();
        while (!state.test(job.getString("state"))) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("Still not there: " + job.prettify());
            }
            pause();
            job = given().get(location).jsonPath();
        }
        return job;
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
