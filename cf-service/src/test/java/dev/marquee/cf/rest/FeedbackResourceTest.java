package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FeedbackResourceTest extends ServiceTest {
    private static final RestAssuredConfig LINES = RestAssuredConfig.config().encoderConfig(
            EncoderConfig.encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    private static ValidatableResponse put(long user, long movie, String body) {
        return given().contentType("application/json").body(body).put(API + "/users/" + user + "/ratings/" + movie)
                .then();
    }

    /**
     * Asks again, as Retry-After says, where others of a slow machine write for too long; what was refused is not
     * stored.
     */
    private static void putPatiently(long user, long movie, String body) {
        ValidatableResponse answer = put(user, movie, body);
        for (int again = 0; again < 10 && answer.extract().statusCode() == 503; again++) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Long.parseLong(answer.extract().header("Retry-After"))));
            answer = put(user, movie, body);
        }
        answer.statusCode(200);
    }

    private static ValidatableResponse ratings(long user) {
        return given().get(API + "/users/" + user + "/ratings").then();
    }

    @Test
    void aRatingIsStoredReplacedAndTakenBackWithItsSummaries() {
        put(9001, 1, "{\"rating\": 4.5}").statusCode(200).body("rating", is(4.5f));
        put(9001, 2, "{\"rating\": 2}").statusCode(200);
        put(9001, 1, "{\"rating\": 3.5}").statusCode(200);
        ratings(9001).statusCode(200).body("total", is(2)).body("items.find { it.movieId == 1 }.rating", is(3.5f))
                .body("items.find { it.movieId == 1 }.title", is("Movie 1"));
        given().get(API + "/users?size=200").then().body("items.find { it.userId == 9001 }.meanRating", is(2.75f));

        given().delete(API + "/users/9001/ratings/1").then().statusCode(204);
        ratings(9001).body("total", is(1)).body("items[0].movieId", is(2));
        given().delete(API + "/users/9001/ratings/1").then().statusCode(404).body("detail", containsString("movie"));
        given().delete(API + "/users/9001/ratings/2").then().statusCode(204);
        ratings(9001).statusCode(404).body("type", is("urn:marquee:problem:unknown-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"rating\": 0}", "{\"rating\": 5.5}", "{\"rating\": 4.3}", "{\"rating\": \"NaN\"}", "{}",
            "{\"rating\": \"good\"}"})
    void badStarsAreRefusedWithTheirField(String body) {
        put(9002, 1, body).statusCode(400).contentType("application/problem+json").body("violations[0].field",
                is("rating"));
        ratings(9002).statusCode(404);
    }

    @Test
    void badIdsAndNoBodyAreRefused() {
        put(0, 1, "{\"rating\": 4}").statusCode(400).body("violations[0].field", is("userId"));
        put(1, -1, "{\"rating\": 4}").statusCode(400).body("violations[0].field", is("movieId"));
        put(1, 1, "").statusCode(400);
    }

    @Test
    void anUnknownMovieIs404AndWhileTheCatalogueIsDown503() {
        put(9003, 401, "{\"rating\": 4}").statusCode(404).body("detail", containsString("401"));
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        put(9003, 402, "{\"rating\": 4}").statusCode(503).body("detail", containsString("similarity-service"));
    }

    @Test
    void manyAreStoredAtOnceAsJsonOrAsLines() {
        given().contentType("application/json").body("""
                [{"userId": 9004, "movieId": 11, "rating": 4}, {"userId": 9004, "movieId": 12, "rating": 3,
                  "ratedAt": "2020-01-02T03:04:05Z"}]""").post(API + "/ratings").then().statusCode(200).body("stored",
                is(2));
        given().contentType("application/x-ndjson").config(LINES).body("""
                {"userId": 9004, "movieId": 12, "rating": 5}

                {"userId": 9005, "movieId": 12, "rating": 1}
                """).post(API + "/ratings").then().statusCode(200).body("stored", is(2));
        ratings(9004).body("total", is(2)).body("items.find { it.movieId == 12 }.rating", is(5f));
        given().get(API + "/users?size=200").then().body("items.find { it.userId == 9004 }.ratings", is(2))
                .body("items.find { it.userId == 9004 }.meanRating", is(4.5f));
    }

    @Test
    void oneBadRowKeepsAllOutAndEachIsNamed() {
        given().contentType("application/json").body("""
                [{"userId": 9006, "movieId": 11, "rating": 4}, {"userId": 9006, "rating": 4},
                 {"userId": 9006, "movieId": 13, "rating": 9}, {"userId": 9006, "movieId": 11, "rating": 2}]""")
                .post(API + "/ratings").then().statusCode(400)
                .body("violations.field", hasItems("ratings[1].movieId", "ratings[2].rating", "ratings[3].movieId"));
        given().contentType("application/json").body("""
                [{"userId": 9006, "movieId": 11, "rating": 4}, {"userId": 9006, "movieId": 999, "rating": 4}]""")
                .post(API + "/ratings").then().statusCode(400).body("violations[0].field", is("ratings[1].movieId"));
        ratings(9006).statusCode(404);
    }

    @Test
    void aLineIsNamedByItsNumberInTheBody() {
        String body = rating(9019, 11, "") + "\n\n" + rating(9019, 999, "") + "\n";
        lines(body.getBytes(StandardCharsets.UTF_8)).statusCode(400).body("violations.field",
                is(List.of("line 3.movieId")));
        body = rating(9019, 11, "") + "\n\n\n" + rating(9019, 11, "") + "\n{\"userId\": 9019, \"movieId\": 12}\nnull\n";
        lines(body.getBytes(StandardCharsets.UTF_8)).statusCode(400)
                .body("violations.field", is(List.of("line 4.movieId", "line 5.rating", "line 6")))
                .body("violations[0].message", containsString("in line 1 already"));
        ratings(9019).statusCode(404);
    }

    @Test
    void aBodyThatCannotBeReadNamesThePlace() {
        given().contentType("application/json").body("[{\"userId\": 1, \"movieId\": 1, \"rating\": \"x\"}]")
                .post(API + "/ratings").then().statusCode(400).body("violations[0].field", is("ratings[0].rating"));
        given().contentType("application/x-ndjson").config(LINES)
                .body("{\"userId\": 1, \"movieId\": 1, \"rating\": 4}\n{\"userId\": oops").post(API + "/ratings")
                .then().statusCode(400).body("violations[0].field", containsString("line 2"));
        given().contentType("application/json").body("[]").post(API + "/ratings").then().statusCode(400);
        given().contentType("text/plain").body("x").post(API + "/ratings").then().statusCode(415);
    }

    @Test
    void aBodyThatIsTooLargeIs413() {
        given().contentType("application/json").body(new byte[11 << 20]).post(API + "/ratings").then().statusCode(413);
    }

    @Test
    void concurrentFeedbackKeepsTheSummariesRight() throws Exception {
        // A pool of its own: REST Assured's Groovy starts itself up on the common pool and must not wait for itself.
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (Future<?> call : IntStream.range(0, 40).mapToObj(i -> callers.submit(
                    () -> putPatiently(9007, 20 + i % 5, "{\"rating\": " + (1 + i % 4) + "}"))).toList()) {
                call.get();
            }
        }
        ValidatableResponse ratings = ratings(9007).body("total", is(5));
        double sum = ratings.extract().jsonPath().getList("items.rating", Double.class).stream()
                .mapToDouble(Double::doubleValue).sum();
        double mean = given().get(API + "/users?size=200").then().extract().jsonPath()
                .getDouble("items.find { it.userId == 9007 }.meanRating");
        assertEquals(sum / 5, mean, 1e-9);
    }

    @Test
    void theRequestIdTravelsToSimilarityService() {
        given().header("X-Request-Id", "trace-me").contentType("application/json").body("{\"rating\": 4}")
                .put(API + "/users/9008/ratings/397").then().statusCode(200)
                .header("X-Request-Id", equalTo("trace-me"));
        assertEquals("trace-me", SimilarityStub.lastRequestId());
        given().get(API + "/users/9008/ratings").then()
                .body("items[0].ratedAt", is(org.hamcrest.Matchers.notNullValue()))
                .body("items[0].error", nullValue());
    }

    private static ValidatableResponse lines(byte[] body) {
        return given().contentType("application/x-ndjson").config(LINES).body(body).post(API + "/ratings").then();
    }

    private static ValidatableResponse json(String body) {
        return given().contentType("application/json").body(body).post(API + "/ratings").then();
    }

    private static String rating(long user, long movie, String more) {
        return "{\"userId\": " + user + ", \"movieId\": " + movie + ", \"rating\": 4" + more + "}";
    }

    /** Between two ratings: what does not end a line. Nothing of such a body is stored. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r", "\u2028", "\u2029", "\u0085", "\f", "\u000b", ",", "\uFEFF", "]", "\u0000"})
    void twoRatingsInALineAreRefused(String between) {
        String body = rating(9010, 10, "") + "\n" + rating(9010, 11, "") + between + rating(9010, 12, "") + "\n";
        lines(body.getBytes(StandardCharsets.UTF_8)).statusCode(400).body("violations[0].field", is("line 2"));
        ratings(9010).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n", "\r\n \t\r\n"})
    void linesEndAsUsual(String end) {
        String body = "\uFEFF" + rating(9011, 10, "") + end + rating(9011, 11, "") + end;
        lines(body.getBytes(StandardCharsets.UTF_8)).statusCode(200).body("stored", is(2));
    }

    @Test
    void lettersThatAreNotUtf8AreRefused() {
        byte[] body = (rating(9012, 10, "") + "\n" + rating(9012, 11, ", \"note\": \"\u00e9\""))
                .getBytes(StandardCharsets.ISO_8859_1);
        lines(body).statusCode(400).body("detail", is("line 2: must be UTF-8"));
        ratings(9012).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {" []", " x", "]", " {}", "\u2028"})
    void anythingBehindTheArrayIsRefused(String more) {
        json("[" + rating(9013, 10, "") + "]" + more).statusCode(400);
        put(9013, 10, "{\"rating\": 4}" + more).statusCode(400);
        ratings(9013).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "\"1\"", "true", "1e2", "\"\"", "99999999999999999999", "[1]"})
    void anIdIsAWholeNumber(String id) {
        json("[{\"userId\": 9014, \"movieId\": " + id + ", \"rating\": 4}]").statusCode(400)
                .body("violations[0].field", is("ratings[0].movieId"))
                .body("violations[0].message", containsString("whole number"));
        ratings(9014).statusCode(404);
    }

    @Test
    void whatIsNotKnownIsNamedWithWhatIs() {
        json("[" + rating(9015, 10, ", \"ratedat\": 1") + "]").statusCode(400)
                .body("violations[0].field", is("ratings[0].ratedat"))
                .body("violations[0].message", is("is not known here; known are movieId, ratedAt, rating, userId"));
        put(9015, 10, "{\"rating\": 4, \"stars\": 4}").statusCode(400).body("violations[0].field", is("stars"));
        put(9015, 10, "{\"rating\": 4, \"rating\": 5}").statusCode(400);
        put(9015, 10, "{\"rating\": \"4\"}").statusCode(400).body("violations[0].message", containsString("a number"));
        ratings(9015).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1577934245000", "\"1577934245000\"", "1577934245000.5"})
    void millisecondsAreRefusedByTheirName(String time) {
        json("[" + rating(9016, 10, ", \"ratedAt\": " + time) + "]").statusCode(400)
                .body("violations[0].field", is("ratings[0].ratedAt"))
                .body("violations[0].message", containsString("milliseconds?"));
        ratings(9016).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"1969-12-31T23:59:59Z\"", "\"+300000-01-01T00:00:00Z\"", "9223372036854775807",
            "1e300", "\"-999999999-01-01T00:00:00Z\"", "\"soon\"", "true", "1e999999999"})
    void timesThatNoDatabaseHoldsAreRefused(String time) {
        json("[" + rating(9017, 10, ", \"ratedAt\": " + time) + "]").statusCode(400)
                .body("violations[0].field", is("ratings[0].ratedAt"));
        lines(rating(9017, 10, ", \"ratedAt\": " + time).getBytes(StandardCharsets.UTF_8)).statusCode(400);
        ratings(9017).statusCode(404);
    }

    @Test
    void secondsAndTextsAreTimes() {
        json("[" + rating(9018, 10, ", \"ratedAt\": 1577934245") + "," + rating(9018, 11,
                ", \"ratedAt\": \"2020-01-02T03:04:06Z\"") + "]").statusCode(200);
        ratings(9018).body("items[1].ratedAt", is("2020-01-02T03:04:05Z")).body("items[0].ratedAt",
                is("2020-01-02T03:04:06Z"));
    }
}
