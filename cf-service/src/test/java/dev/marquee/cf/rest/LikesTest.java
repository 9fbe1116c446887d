package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service of its own, to which people say only what they like: nearly all ratings are 5 stars. */
@QuarkusTest
@TestProfile(LikesTest.Fresh.class)
class LikesTest extends ServiceTest {
    /** Ratings by movie, from movie 1 on; two have as many. */
    private static final int[] COUNTS = {1, 13, 40, 13, 27, 2};

    @TempDir
    private Path folder;

    /** Another configuration makes Quarkus start anew, with a database of its own. */
    public static class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("marquee.models.keep", "8");
        }
    }

    @BeforeEach
    void data() throws IOException {
        if (given().get(API + "/stats").jsonPath().getInt("ratings") > 0) {
            return;
        }
        StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\n");
        StringBuilder movies = new StringBuilder("movieId,title,genres\n");
        for (int movie = 1; movie <= COUNTS.length; movie++) {
            movies.append(movie).append(",Movie ").append(movie).append(" (1960),Drama\n");
            for (int user = 1; user <= COUNTS[movie - 1]; user++) {
                ratings.append(user).append(',').append(movie).append(",5,1000000000\n");
            }
        }
        Files.writeString(folder.resolve("ratings.csv"), ratings);
        Files.writeString(folder.resolve("movies.csv"), movies);
        Trained.imported(folder);
    }

    private static List<Integer> popular() {
        return given().get(API + "/movies/popular").then().statusCode(200).extract().jsonPath()
                .getList("items.movieId", Integer.class);
    }

    private static void rate(int user, int movie, double rating) {
        given().contentType("application/json").body("{\"rating\": " + rating + "}")
                .put(API + "/users/" + user + "/ratings/" + movie).then().statusCode(200);
    }

    @Test
    void whatMorePeopleLikeComesFirst() {
        assertEquals(List.of(3, 5, 2, 4, 6, 1), popular());
        given().get(API + "/movies/popular").then().body("items[0].ratings", is(40)).body("items[0].meanRating", is(5f))
                .body("items[0].score", is(4.423f));
        assertEquals(List.of(3, 5, 2, 4, 6, 1), given().contentType("application/json").body("{\"ratings\": []}")
                .post(API + "/recommendations").jsonPath().getList("items.movieId", Integer.class));
    }

    /** One who likes a movie a little less makes its mean smaller than that of a movie that one person knows. */
    @Test
    void aLittleLessPraiseOfManyIsMoreThanThePraiseOfOne() {
        rate(1, 3, 4.5);
        try {
            assertEquals(List.of(3, 5, 2, 4, 6, 1), popular());
        } finally {
            rate(1, 3, 5);
        }
    }
}
