package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that a ranking model orders. */
@QuarkusTest
class RankingResourceTest extends ServiceTest {
    private static final String IALS = "{\"algorithm\": \"ials\", \"options\": {\"factors\": 3, \"regularization\": 0.02}}";

    @BeforeEach
    void data() {
        Trained.once();
    }

    /** The other tests know of no ranking model. */
    @AfterEach
    void withoutRankingModel() {
        given().delete(API + "/models/active/ranking").then().statusCode(204);
    }

    private static ValidatableResponse list(long user, String query) {
        return given().get(API + "/users/" + user + "/recommendations" + query).then().statusCode(200);
    }

    private static List<Integer> ids(ValidatableResponse list) {
        return list.extract().jsonPath().getList("items.movieId", Integer.class);
    }

    @Test
    void aRankingModelOrdersListsAndTheRatingModelGivesTheStars() {
        JsonPath before = list(4, "?strategy=model").body("rankingModelId", nullValue()).extract().jsonPath();
        int rating = before.getInt("modelId");
        int ranking = Trained.train(IALS).getInt("modelId");
        given().get(API + "/models/" + ranking).then().body("role", is("ranking")).body("active", is(true))
                .body("report.ndcgAt10", greaterThan(0.05f)).body("report.rmse", nullValue())
                .body("report.validationMetric", is("ndcg@10"));
        given().get(API + "/stats").then().body("modelId", is(rating)).body("rankingModelId", is(ranking));

        JsonPath after = list(4, "?strategy=model").body("modelId", is(rating)).body("rankingModelId", is(ranking))
                .body("foldedIn", is(false)).body("items.predictedRating", everyItem(notNullValue())).extract()
                .jsonPath();
        assertNotEquals(before.getList("items.movieId"), after.getList("items.movieId"));
        int shown = after.getInt("items[0].movieId");
        given().get(API + "/users/4/predictions/" + shown).then()
                .body("predictedRating", is(after.getFloat("items[0].predictedRating")));

        withoutRankingModel();
        list(4, "?strategy=model").body("rankingModelId", nullValue()).body("items.movieId",
                is(before.getList("items.movieId")));
        given().get(API + "/models/" + ranking).then().body("active", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "blend", "content", "popular"})
    void nothingRatedIsInIt(String strategy) {
        Trained.train(IALS);
        Set<Integer> seen = Set.copyOf(given().get(API + "/users/6/ratings?size=200").jsonPath()
                .getList("items.movieId", Integer.class));
        List<Integer> ids = ids(list(6, "?limit=100&strategy=" + strategy).body("items.predictedRating",
                everyItem(notNullValue())));
        assertTrue(ids.size() > 10, "movies: " + ids);
        assertFalse(ids.stream().anyMatch(seen::contains), "rated: " + seen + ", list: " + ids);
    }

    @Test
    void aNewRatingCountsInTheVeryNextList() {
        Trained.train(IALS);
        JsonPath before = list(13, "?strategy=model&limit=100").body("foldedIn", is(false)).extract().jsonPath();
        int liked = before.getInt("items[-1].movieId");
        given().contentType("application/json").body("{\"rating\": 5}").put(API + "/users/13/ratings/" + liked).then()
                .statusCode(200);
        JsonPath after = list(13, "?strategy=model&limit=100").body("foldedIn", is(true))
                .body("items.movieId", not(hasItem(liked))).extract().jsonPath();
        assertNotEquals(before.getList("items.movieId").subList(0, 50), after.getList("items.movieId").subList(0, 50));
        given().delete(API + "/users/13/ratings/" + liked).then().statusCode(204);
        assertEquals(before.getList("items.movieId"), ids(list(13, "?strategy=model&limit=100")));
    }

    @Test
    void someoneNewGetsAListOfTheirTasteWithReasons() {
        Trained.train(IALS);
        String odd = "{\"ratings\": [{\"movieId\": 1, \"rating\": 5}, {\"movieId\": 3, \"rating\": 5}, {\"movieId\": 5, \"rating\": 4.5}], \"strategy\": \"model\", \"explain\": true}";
        JsonPath list = given().contentType("application/json").body(odd).post(API + "/recommendations").then()
                .statusCode(200).body("foldedIn", is(true)).body("rankingModelId", notNullValue()).extract().jsonPath();
        List<Integer> ids = list.getList("items.movieId", Integer.class);
        assertTrue(ids.stream().filter(id -> id % 2 == 1).count() >= 8, "list: " + ids);
        assertTrue(list.getList("items.reasons.flatten().kind").contains("rated"), list.prettify());
    }

    @Test
    void anEarlierRankingModelCanBeGoneBackTo() {
        int first = Trained.train(IALS).getInt("modelId");
        int second = Trained.train("{\"algorithm\": \"popular\", \"role\": \"ranking\"}").getInt("modelId");
        list(1, "").body("rankingModelId", is(second));
        given().contentType("application/json").body("{\"modelId\": " + first + "}").put(API + "/models/active/ranking")
                .then().statusCode(200).body("active", is(true));
        list(1, "").body("rankingModelId", is(first));
        given().get(API + "/models/" + second).then().body("previous", is(true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"ials|rating|sgd, als", "als|ranking|lists, ials, popular", "popular|rating|sgd, als",
                    "biases|ranking|lists, ials, popular"})
    void aRoleThatTheAlgorithmCannotHaveIsRefusedWithThoseThatCan(String algorithm, String role, String able) {
        given().contentType("application/json")
                .body("{\"algorithm\": \"" + algorithm + "\", \"role\": \"" + role + "\"}").post(API + "/trainings")
                .then()
                .statusCode(400).body("violations[0].field", is("role"))
                .body("detail", allOf(containsString(algorithm), containsString(able)));
    }

    @Test
    void theServiceCannotDoWithoutARatingModel() {
        given().delete(API + "/models/active/rating").then().statusCode(400).body("violations[0].field", is("role"));
        given().delete(API + "/models/active/taste").then().statusCode(400).body("violations[0].field", is("role"));
    }
}
