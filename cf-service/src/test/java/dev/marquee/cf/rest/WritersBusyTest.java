package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody keeps the table of ratings from all writers: they are told so soon, and nobody else notices. */
@QuarkusTest
class WritersBusyTest extends ServiceTest {
    private static final int WRITERS = 60;

    @BeforeEach
    void data() {
        Trained.once();
    }

    private static Response put(int user) {
        return given().contentType("application/json").body("{\"rating\": 4}")
                .put(API + "/users/" + user + "/ratings/10");
    }

    private static void busy(Response answer) {
        answer.then().statusCode(503).header("Retry-After", "1").contentType("application/problem+json")
                .body("type", is("urn:marquee:problem:temporarily-unavailable"))
                .body("detail", containsString("Others are writing ratings"));
    }

    @Test
    void writersAreToldAndReadersGoOn() throws Exception {
        try (Connection other = EmbeddedPostgresResource.database().getConnection();
                Statement statement = other.createStatement();
                ExecutorService callers = Executors.newFixedThreadPool(WRITERS)) {
            other.setAutoCommit(false);
            statement.execute("lock table rating in share row exclusive mode");
            List<Future<Response>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int user = 9700 + i;
                writers.add(callers.submit(() -> put(user)));
            }
            for (int i = 0; i < 20; i++) {
                given().get(API + "/users/1/recommendations").then().statusCode(200);
                given().get(API + "/users/1/ratings").then().statusCode(200);
                given().get("/q/health/ready").then().statusCode(200);
            }
            for (Future<Response> writer : writers) {
                busy(writer.get());
            }
            busy(given().contentType("application/json").body("[{\"userId\": 9700, \"movieId\": 10, \"rating\": 4}]")
                    .post(API + "/ratings"));
            busy(given().delete(API + "/users/1/ratings/1"));
            other.rollback();
        }
        put(9700).then().statusCode(200);
        assertEquals(1, given().get(API + "/users/9700/ratings").jsonPath().getInt("total"));
        given().delete(API + "/users/9700/ratings/10").then().statusCode(204);
    }

    /** What stands in the way of one user's writer does so for that user alone. */
    @Test
    void writersOfOtherUsersGoOn() throws SQLException {
        try (Connection other = EmbeddedPostgresResource.database().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(771, " + Long.hashCode(9765) + ")");
            busy(put(9765));
            put(9766).then().statusCode(200);
            other.rollback();
        }
        given().delete(API + "/users/9766/ratings/10").then().statusCode(204);
    }
}
