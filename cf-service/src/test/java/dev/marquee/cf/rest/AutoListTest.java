package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists where nobody says by what. Odd movies are of one kind here, even ones of another. */
@QuarkusTest
class AutoListTest extends ServiceTest {
    private static final String LISTS = "{\"algorithm\": \"lists\", \"options\": {\"factors\": 4}}";
    private static final int USER = 7700;

    @BeforeEach
    void data() {
        Trained.once();
    }

    /** The other tests know of no ranking model. */
    @AfterEach
    void withoutRankingModel() {
        given().delete(API + "/models/active/ranking").then().statusCode(204);
        given().delete(API + "/users/" + USER);
    }

    private static String rated(double stars, int... movies) {
        return IntStream.of(movies).mapToObj(movie -> "{\"movieId\": " + movie + ", \"rating\": " + stars + "}")
                .collect(Collectors.joining(","));
    }

    private static JsonPath list(String ratings, String more) {
        return given().contentType("application/json").body("{\"ratings\": [" + ratings + "]" + more + "}")
                .post(API + "/recommendations").then().statusCode(200).extract().jsonPath();
    }

    @Test
    void aNewcomersNextListShowsWhatIsLovedAndWhatIsHated() {
        int ranking = Trained.train(LISTS).getInt("modelId");
        JsonPath list = list(rated(5, 1, 3, 5) + "," + rated(1, 2, 4), "");
        assertEquals("auto", list.getString("strategy"));
        assertEquals("final", list.getString("orderedBy"));
        assertEquals(ranking, list.getInt("rankingModelId"));
        List<Integer> ids = list.getList("items.movieId", Integer.class);
        assertEquals(10, ids.size());
        assertTrue(ids.stream().allMatch(id -> id % 2 == 1), list.prettify());

        for (int movie = 1; movie <= 5; movie++) {
            given().contentType("application/json").body("{\"rating\": " + (movie % 2 == 1 ? 5 : 1) + "}")
                    .put(API + "/users/" + USER + "/ratings/" + movie).then().statusCode(200);
        }
        given().get(API + "/users/" + USER + "/recommendations").then().statusCode(200)
                .body("orderedBy", is("final")).body("items.movieId", is(ids));
    }

    /** What is known of both is the same but for the time: an hour ago, or just now. */
    @Test
    void theListOfWhoComesBackIsAnotherThanInTheSitting() {
        Trained.train(LISTS);
        String inTheSitting = scores(Instant.now());
        assertEquals(inTheSitting, list(rated(5, 1, 3, 5), "").getString("items.score"));
        assertNotEquals(inTheSitting, scores(Instant.now().minus(2, ChronoUnit.HOURS)));
    }

    /** Of a user whose last rating was at a time, others being older. */
    private static String scores(Instant last) {
        String ratings = IntStream.of(1, 3, 5)
                .mapToObj(
                        movie -> "{\"userId\": " + USER + ", \"movieId\": " + movie + ", \"rating\": 5, \"ratedAt\": \""
                                + last.minus(5 - movie, ChronoUnit.DAYS) + "\"}")
                .collect(Collectors.joining(","));
        given().contentType("application/json").body("[" + ratings + "]").post(API + "/ratings").then()
                .statusCode(200);
        return given().get(API + "/users/" + USER + "/recommendations").then().statusCode(200)
                .body("orderedBy", is("final")).extract().jsonPath().getString("items.score");
    }

    @Test
    void whatIsHatedGivesNoneOfItsLike() {
        Trained.train(LISTS);
        JsonPath list = list(rated(1, IntStream.rangeClosed(1, 12).map(i -> 2 * i).toArray()), "");
        List<Integer> ids = list.getList("items.movieId", Integer.class);
        assertEquals(10, ids.size());
        assertTrue(ids.stream().allMatch(id -> id % 2 == 1), list.prettify());
    }

    @Test
    void withoutAFinalScoreItIsTheModelsOwnList() {
        Trained.train("{\"algorithm\": \"ials\", \"options\": {\"factors\": 3}}");
        String ratings = rated(5, 1, 3, 5);
        JsonPath auto = list(ratings, "");
        assertEquals("model", auto.getString("orderedBy"));
        assertEquals(list(ratings, ", \"strategy\": \"model\"").getList("items.movieId"),
                auto.getList("items.movieId"));
    }

    /** Movies from 251 on have one rating at most; those above 300 stand in the catalogue alone. */
    @Test
    void newMoviesHaveTheLastPlaceWithTheirOwnReasonsUnlessNobodyWantsThem() {
        Trained.train(LISTS);
        String ratings = rated(5, 1, 3, 5) + "," + rated(1, 2, 4);
        JsonPath list = Trained.eventually(() -> list(ratings, ""), found -> found.getInt("items[9].movieId") > 250);
        assertEquals("content", list.getString("items[9].source"));
        assertEquals(1, list.getInt("items[9].movieId") % 2, list.prettify());
        assertFalse(list.getList("items[9].reasons").isEmpty(), list.prettify());
        List<Integer> known = list.getList("items.movieId", Integer.class).subList(0, 9);
        assertTrue(known.stream().allMatch(id -> id <= 250), list.prettify());
        List<Integer> without = list(ratings, ", \"exploration\": 0").getList("items.movieId", Integer.class);
        assertEquals(known, without.subList(0, 9));
        assertTrue(without.get(9) <= 250, "without: " + without);
        assertEquals(5, list(ratings, ", \"exploration\": 0.5").getList("items.movieId", Integer.class).stream()
                .filter(id -> id > 250).count());
        assertTrue(list(rated(1, 2, 4, 6), "").getList("items.movieId", Integer.class).stream()
                .allMatch(id -> id <= 250));
    }

    /** Comedies of 1951 have few ratings, or stand in the catalogue alone. */
    @Test
    void whereTheModelKnowsTooFewMoviesPopularOnesFollowAndANoteSaysSo() {
        Trained.train(LISTS);
        JsonPath list = list(rated(5, 1, 3, 5), ", \"limit\": 100, \"yearFrom\": 1950, \"yearTo\": 1960");
        assertEquals("final", list.getString("orderedBy"));
        List<String> sources = list.getList("items.source", String.class);
        int known = sources.indexOf("popular");
        assertTrue(known > 0, list.prettify());
        assertTrue(sources.subList(known, sources.size()).stream().allMatch("popular"::equals), list.prettify());
        List<Double> scores = list.getList("items.score", Double.class);
        assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
        assertTrue(list.getList("notes", String.class).stream()
                .anyMatch(note -> note.startsWith("From place " + (known + 1) + " on")), list.prettify());
    }

    @Test
    void whoLikesNothingIsToldWhyTheListIsWhatEverybodyLikes() {
        Trained.train(LISTS);
        JsonPath list = list(rated(1, 2, 4, 6), ", \"explain\": true");
        assertTrue(list.getString("notes[0]").startsWith("Nothing that was rated says what is liked"),
                list.prettify());
        assertTrue(list.getList("items.reasons.kind.flatten()", String.class).stream().noneMatch("rated"::equals),
                list.prettify());
    }

    /** Movie 398 is in the catalogue and in no model. */
    @Test
    void whatIsLovedSaysMoreThanWhatIsKnownAndHated() {
        Trained.train(LISTS);
        JsonPath list = list(rated(5, 398) + "," + rated(1, 1), "");
        assertEquals("content", list.getString("orderedBy"));
        assertEquals(List.of(399, 400), list.getList("items.movieId", Integer.class).subList(0, 2));
        assertEquals("popular", list.getString("items[2].source"));
        assertEquals(10, list.getList("items").size());
    }

    @Test
    void whoSaidNothingGetsWhatIsPopular() {
        Trained.train(LISTS);
        given().contentType("application/json").body("{\"ratings\": []}").post(API + "/recommendations").then()
                .statusCode(200).body("orderedBy", is("popular")).body("items.source", everyItem(is("popular")));
    }
}
