package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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

    @Test
    void whoSaidNothingGetsWhatIsPopular() {
        Trained.train(LISTS);
        given().contentType("application/json").body("{\"ratings\": []}").post(API + "/recommendations").then()
                .statusCode(200).body("orderedBy", is("popular")).body("items.source", everyItem(is("popular")));
    }
}
