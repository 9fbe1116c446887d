package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.TasteFolder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecommendationResourceTest extends ServiceTest {

    @BeforeEach
    void data() {
        Trained.once();
    }

    private static ValidatableResponse list(long user, String query) {
        return given().get(API + "/users/" + user + "/recommendations" + query).then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post(API + "/recommendations").then();
    }

    private static Set<Integer> rated(long user) {
        return Set.copyOf(given().get(API + "/users/" + user + "/ratings?size=200").jsonPath()
                .getList("items.movieId", Integer.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "model", "content", "blend", "popular"})
    void nothingRatedIsRecommendedAndAllIsDescribed(String strategy) {
        JsonPath list = list(1, "?limit=50&strategy=" + strategy).statusCode(200).body("strategy", is(strategy))
                .body("titlesAvailable", is(true)).body("items.title", everyItem(containsString("Movie")))
                .body("items.predictedRating", everyItem(lessThanOrEqualTo(5f))).extract().jsonPath();
        List<Integer> ids = list.getList("items.movieId", Integer.class);
        assertTrue(ids.size() > 10, "movies: " + ids);
        assertEquals(ids.size(), Set.copyOf(ids).size());
        Set<Integer> seen = rated(1);
        assertFalse(ids.stream().anyMatch(seen::contains), "rated: " + seen + ", list: " + ids);
    }

    @Test
    void theModelKnowsWhoLikesWhat() {
        for (int user : new int[]{2, 3}) {
            List<Integer> ids = list(user, "?strategy=model").extract().jsonPath().getList("items.movieId",
                    Integer.class);
            long own = ids.stream().filter(id -> (id - user) % 2 == 0).count();
            assertTrue(own >= 9, "user " + user + ": " + ids);
        }
    }

    @Test
    void belowThePopularityFloorOnlyContentAndWithItsReason() {
        for (String strategy : List.of("blend", "content", "model")) {
            List<Map<String, Object>> items = list(5, "?limit=100&strategy=" + strategy).extract().jsonPath()
                    .getList("items");
            for (Map<String, Object> item : items) {
                if ((int) item.get("movieId") > TasteFolder.POPULAR) {
                    assertEquals("content", item.get("source"), item.toString());
                    assertFalse(((List<?>) item.get("reasons")).isEmpty(), item.toString());
                } else {
                    assertTrue(((List<?>) item.get("reasons")).isEmpty(), item.toString());
                }
            }
        }
    }

    @Test
    void aNewRatingCountsInTheVeryNextList() {
        JsonPath before = list(11, "?strategy=model").body("foldedIn", is(false)).extract().jsonPath();
        int first = before.getInt("items[0].movieId");
        given().contentType("application/json").body("{\"rating\": 0.5}")
                .put(API + "/users/11/ratings/" + first).then().statusCode(200);
        list(11, "?strategy=model&limit=100").body("foldedIn", is(true)).body("items.movieId", not(hasItem(first)));
        given().delete(API + "/users/11/ratings/" + first).then().statusCode(204);
        JsonPath after = list(11, "?strategy=model").body("foldedIn", is(false)).extract().jsonPath();
        assertEquals(before.getList("items.movieId"), after.getList("items.movieId"));
    }

    @Test
    void someoneNewGetsAListFromTheirRatings() {
        String odd = "{\"ratings\": [{\"movieId\": 1, \"rating\": 5}, {\"movieId\": 3, \"rating\": 5}, {\"movieId\": 2, \"rating\": 1}, {\"movieId\": 4, \"rating\": 1}], \"strategy\": \"model\"}";
        List<Integer> ids = post(odd).statusCode(200).body("userId", nullValue()).body("foldedIn", is(true)).extract()
                .jsonPath().getList("items.movieId", Integer.class);
        assertTrue(ids.stream().filter(id -> id % 2 == 1).count() >= 9, "list: " + ids);
        assertFalse(ids.contains(1) || ids.contains(3));
    }

    @Test
    void someoneWithoutRatingsGetsWhatEverybodyLikesAndIsTold() {
        post("{\"ratings\": [], \"limit\": 5}").statusCode(200).body("items.source", everyItem(is("popular")))
                .body("items.size()", is(5)).body("notes[0]", containsString("no ratings"));
        list(123456, "").statusCode(404).body("detail", containsString("123456"));
    }

    @Test
    void filtersAreKeptByEveryStrategy() {
        for (String strategy : List.of("auto", "model", "content", "blend", "popular")) {
            list(1, "?strategy=" + strategy + "&genre=comedy&yearFrom=1960&yearTo=1999&exclude=13,15&exclude=17")
                    .statusCode(200).body("items.size()", greaterThan(2))
                    .body("items.genres", everyItem(is(List.of("Comedy"))))
                    .body("items.findAll { it.year < 1960 || it.year > 1999 }.size()", is(0))
                    .body("items.movieId", not(hasItem(13))).body("items.movieId", not(hasItem(17)));
        }
    }

    @Test
    void aGenreThatDoesNotExistIsTheCallersMistakeAndNobodyElsePaysForIt() {
        for (int i = 0; i < 4; i++) {
            for (String strategy : List.of("auto", "model", "content", "blend", "popular")) {
                list(1, "?genre=Dramma&strategy=" + strategy).statusCode(400)
                        .body("violations[0].field", is("genre"))
                        .body("violations[0].message", containsString("there are Comedy, Drama"));
            }
            post("{\"ratings\": [{\"movieId\": 1, \"rating\": 5}], \"genre\": \"Dramma\"}").statusCode(400)
                    .body("violations[0].field", is("genre"));
            given().get(API + "/movies/popular?genre=Dramma").then().statusCode(400)
                    .body("violations[0].field", is("genre"));
        }
        list(1, "?strategy=content").statusCode(200).body("items.size()", greaterThan(2));
    }

    @Test
    void diversityChangesTheListAndKeepsItsHead() {
        JsonPath plain = list(7, "?strategy=model&limit=20").extract().jsonPath();
        JsonPath diverse = list(7, "?strategy=model&limit=20&diversity=0.8").extract().jsonPath();
        assertEquals(plain.getInt("items[0].movieId"), diverse.getInt("items[0].movieId"));
        assertNotEquals(plain.getList("items.movieId"), diverse.getList("items.movieId"));
    }

    /** Also of a list for nobody in particular. */
    @Test
    void diversityChangesAListOfWhatIsPopularToo() {
        for (String ratings : List.of("[]", "[{\"movieId\": 1, \"rating\": 5}]")) {
            String wish = "{\"ratings\": " + ratings + ", \"strategy\": \"popular\", \"limit\": 20, \"diversity\": ";
            JsonPath plain = post(wish + "0}").statusCode(200).extract().jsonPath();
            JsonPath diverse = post(wish + "0.9}").statusCode(200).extract().jsonPath();
            assertEquals(plain.getInt("items[0].movieId"), diverse.getInt("items[0].movieId"));
            assertNotEquals(plain.getList("items.movieId"), diverse.getList("items.movieId"), ratings);
            assertEquals(List.of(), diverse.getList("notes"));
        }
    }

    @Test
    void explanationsNameRatedMoviesAndSharedFeatures() {
        JsonPath list = list(9, "?limit=30&explain=true&strategy=blend").extract().jsonPath();
        Set<String> kinds = list.<Map<String, Object>>getList("items.reasons.flatten()").stream()
                .map(reason -> (String) reason.get("kind")).collect(Collectors.toSet());
        assertTrue(kinds.containsAll(Set.of("rated", "similar", "genre")), "kinds: " + kinds);
        Set<Integer> seen = rated(9);
        assertTrue(list.<Map<String, Object>>getList("items.reasons.flatten()").stream()
                .filter(reason -> "rated".equals(reason.get("kind")))
                .allMatch(reason -> seen.contains(reason.get("movieId")) && reason.get("value") != null));
        list(9, "?limit=3&explain=true&strategy=popular").body("items.reasons[0].kind", is(List.of("popular")));
    }

    @Test
    void whileTheCatalogueIsDownThereAreListsWithoutTitlesThatSaySo() {
        SimilarityStub.be(SimilarityStub.Mood.FAILS);
        list(12, "?limit=100&strategy=blend").statusCode(200).body("items.size()", greaterThan(10))
                .body("notes", hasItem(containsString("similarity-service")));
        list(12, "?strategy=content").statusCode(503).body("detail", containsString("similarity-service"));
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=101,limit", "diversity=1.5,diversity", "diversity=NaN,diversity",
            "strategy=best,strategy", "exclude=abc,exclude", "yearFrom=2000&yearTo=1990,yearFrom"})
    void badParametersAreRefusedWithTheirName(String query, String field) {
        list(1, "?" + query).statusCode(400).body("violations[0].field", is(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|ratings",
            "{\"ratings\": [{\"movieId\": 1, \"rating\": 7}]}|ratings[0].rating",
            "{\"ratings\": [{\"rating\": 3}]}|ratings[0].movieId",
            "{\"ratings\": [{\"movieId\": -1, \"rating\": 3}]}|ratings[0].movieId",
            "{\"ratings\": [{\"movieId\": 1, \"rating\": 4}, {\"movieId\": 1, \"rating\": 4}]}|ratings[1].movieId",
            "{\"ratings\": [], \"limit\": 500}|limit"})
    void badBodiesAreRefusedWithTheirField(String body, String field) {
        post(body).statusCode(400).body("violations[0].field", is(field));
    }
}
