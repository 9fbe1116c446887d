package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What similarity-service says of a movie counts, as soon as an earlier answer of it is too old to be believed. */
@QuarkusTest
@TestProfile(DeletedMovieTest.AskAlways.class)
class DeletedMovieTest extends ServiceTest {

    public static class AskAlways implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("marquee.catalogue.existence-ttl", "0s");
        }
    }

    private static ValidatableResponse put(long movie) {
        return given().contentType("application/json").body("{\"rating\": 4}").put(API + "/users/9101/ratings/" + movie)
                .then();
    }

    private static ValidatableResponse post(long movie) {
        return given().contentType("application/json")
                .body("[{\"userId\": 9101, \"movieId\": " + movie + ", \"rating\": 3}]").post(API + "/ratings").then();
    }

    @AfterEach
    void noneIsDeleted() {
        SimilarityStub.delete(0);
    }

    @Test
    void aDeletedMovieIsRatedNoMoreAndItsRatingsStay() {
        put(60).statusCode(200);
        SimilarityStub.delete(60);
        put(60).statusCode(404).body("detail", is("There is no movie with id 60."));
        post(60).statusCode(400).body("violations[0].field", is("ratings[0].movieId"));
        given().get(API + "/users/9101/ratings").then().body("items.find { it.movieId == 60 }.rating", is(4f));
        given().delete(API + "/users/9101/ratings/60").then().statusCode(204);
        SimilarityStub.delete(0);
        put(60).statusCode(200);
    }

    @Test
    void whileTheOtherServiceIsAwayMoviesKnownHereAreRated() {
        put(62).statusCode(200);
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        put(62).statusCode(200);
        post(62).statusCode(200);
        put(404).statusCode(503);
    }
}
