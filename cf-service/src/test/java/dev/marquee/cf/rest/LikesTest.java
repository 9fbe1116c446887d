package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    /** The days at which they were given, by movie; of movie 5 the last seven a day before the newest. */
    private static final int[] DAYS = {100, 95, 0, 50, 0, 90};
    private static final long FIRST = 1_000_000_000;
    private static final long DAY = 86_400;

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
                long day = movie == 5 && user > 20 ? 99 : DAYS[movie - 1];
                ratings.append(user).append(',').append(movie).append(",5,").append(FIRST + day * DAY).append('\n');
            }
        }
        Files.writeString(folder.resolve("ratings.csv"), ratings);
        Files.writeString(folder.resolve("movies.csv"), movies);
        Trained.imported(folder);
    }

    private static List<Integer> popular(String query) {
        return given().get(API + "/movies/popular" + query).then().statusCode(200).extract().jsonPath()
                .getList("items.movieId", Integer.class);
    }

    private static void rate(int user, int movie, double rating) {
        given().contentType("application/json")
                .body("[{\"userId\": " + user + ", \"movieId\": " + movie + ", \"rating\": " + rating
                        + ", \"ratedAt\": \"" + Instant.ofEpochSecond(FIRST) + "\"}]")
                .post(API + "/ratings").then().statusCode(200);
    }

    @Test
    void whatMorePeopleLikeComesFirst() {
        assertEquals(List.of(3, 5, 2, 4, 6, 1), popular(""));
        given().get(API + "/movies/popular").then().body("items[0].ratings", is(40)).body("items[0].meanRating", is(5f))
                .body("items[0].score", is(782.544f)).body("since", nullValue());
        given().get(API + "/movies/popular?by=rating").then().body("items[0].movieId", is(3)).body("items[0].score",
                is(4.423f));
        assertEquals(List.of(3, 5, 2, 4, 6, 1), given().contentType("application/json").body("{\"ratings\": []}")
                .post(API + "/recommendations").jsonPath().getList("items.movieId", Integer.class));
    }

    /** One who likes a movie a little less makes its mean smaller than that of a movie that one person knows. */
    @Test
    void aLittleLessPraiseOfManyIsMoreThanThePraiseOfOne() {
        rate(1, 3, 4.5);
        try {
            assertEquals(List.of(3, 5, 2, 4, 6, 1), popular(""));
        } finally {
            rate(1, 3, 5);
        }
    }

    /** The newest rating is of day 100; what is just as many days older is not of these days. */
    @Test
    void lastDaysAreThoseOfTheData() {
        assertEquals(List.of(1), popular("?days=1"));
        assertEquals(List.of(5, 1), popular("?days=2"));
        assertEquals(List.of(2, 5, 1), popular("?days=10"));
        assertEquals(List.of(2, 5, 6, 1), popular("?days=11"));
        assertEquals(List.of(2, 5), popular("?days=11&limit=2"));
        given().get(API + "/movies/popular?days=2").then().body("items.ratings", is(List.of(7, 1)))
                .body("since", is(Instant.ofEpochSecond(FIRST + 98 * DAY).toString())).body("notes", is(List.of()));
        assertEquals(List.of(3, 5, 2, 4, 6, 1), popular("?days=36500"));
        given().get(API + "/movies/popular?by=rating&days=11").then().body("items.score",
                is(List.of(4.013f, 3.828f, 3.611f, 3.558f)));
    }

    /** One who was asked nothing is told how many and how much. */
    @Test
    void theReasonIsTheNumberAndTheMean() {
        given().contentType("application/json").body("{\"ratings\": [], \"explain\": true}")
                .post(API + "/recommendations")
                .then().body("items[0].reasons[0].value", is("40 ratings, 5.0 stars on average"))
                .body("items[5].reasons[0].value", is("1 rating, 5.0 stars on average"));
    }
}
