package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.TasteFolder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists for those of whom nothing is known to like: what everybody likes, and a note. */
@QuarkusTest
class UnknownTasteTest extends ServiceTest {
    private static final String EVERYBODY = "movies that everybody likes";
    /** Beyond the model's movies, and those of similarity-service. */
    private static final int NOWHERE = 9000;

    @BeforeEach
    void data() {
        Trained.once();
        given().delete(API + "/models/active/ranking").then().statusCode(204);
    }

    @AfterEach
    void withoutRankingModel() {
        given().delete(API + "/models/active/ranking").then().statusCode(204);
    }

    private static JsonPath list(String ratings, String wish) {
        return given().contentType("application/json")
                .body("{\"ratings\": [" + ratings + "], \"limit\": 8" + wish + "}")
                .post(API + "/recommendations").then().statusCode(200).extract().jsonPath();
    }

    private static String rated(double rating, int... movies) {
        return IntStream.of(movies).mapToObj(id -> "{\"movieId\": " + id + ", \"rating\": " + rating + "}")
                .collect(Collectors.joining(","));
    }

    private static List<Integer> popular(String filter, int... without) {
        List<Integer> left = IntStream.of(without).boxed().toList();
        return given().get(API + "/movies/popular?limit=50" + filter).jsonPath().getList("items.movieId", Integer.class)
                .stream().filter(id -> !left.contains(id)).limit(8).toList();
    }

    private static void assertPopular(JsonPath list, List<Integer> expected, String note) {
        assertEquals(expected, list.getList("items.movieId", Integer.class), list.prettify());
        assertTrue(list.getList("items.source").stream().allMatch("popular"::equals), list.prettify());
        assertTrue(list.getString("notes[0]").contains(note) && list.getString("notes[0]").contains(EVERYBODY),
                list.prettify());
    }

    @ParameterizedTest
    @CsvSource({"model,true", "blend,true", "content,true", "model,false", "blend,false", "content,false"})
    void whoLikesNothingGetsWhatEverybodyLikesWithWhateverStrategyAndModel(String strategy, boolean ranking) {
        if (ranking) {
            Trained.train("{\"algorithm\": \"ials\", \"options\": {\"factors\": 3}}");
        }
        String wish = ", \"strategy\": \"" + strategy + "\"";
        int best = popular("").getFirst();
        for (String bad : List.of(rated(0.5, best), rated(1, best), rated(2.5, best))) {
            assertPopular(list(bad, wish), popular("", best), "Nothing that was rated says what is liked");
        }
        assertPopular(list(rated(0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9), wish), popular("", 1, 2, 3, 4, 5, 6, 7, 8, 9),
                "Nothing that was rated");
        String nowhere = strategy.equals("content") ? "No movie was found whose content" : "knows none of the movies";
        assertPopular(list(rated(5, NOWHERE, NOWHERE + 1), wish), popular(""), nowhere);
        assertPopular(list(rated(5, NOWHERE) + "," + rated(0.5, best), wish), popular("", best), nowhere);
        assertPopular(list(rated(0.5, best), wish + ", \"genre\": \"comedy\", \"yearTo\": 1999"),
                popular("&genre=comedy&yearTo=1999", best), "Nothing that was rated");
        JsonPath explained = list(rated(0.5, best), wish + ", \"explain\": true");
        assertTrue(explained.getList("items.reasons.kind").stream().allMatch(List.of("popular")::equals),
                explained.prettify());
        assertEquals(8, list(rated(0.5, best), wish + ", \"diversity\": 0.7").getList("items").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "blend", "content"})
    void soDoesAStoredUser(String strategy) {
        int user = 7000 + strategy.length();
        int best = popular("").getFirst();
        try {
            given().contentType("application/json").body("{\"rating\": 0.5}")
                    .put(API + "/users/" + user + "/ratings/" + best).then().statusCode(200);
            assertPopular(given().get(API + "/users/" + user + "/recommendations?limit=8&strategy=" + strategy).then()
                    .statusCode(200).body("items.source", everyItem(is("popular"))).extract().jsonPath(),
                    popular("", best), "Nothing that was rated");
        } finally {
            given().delete(API + "/users/" + user + "/ratings/" + best);
        }
    }

    /** One movie that is liked is enough; so is one of which the model knows nothing, but similarity-service does. */
    @Test
    void whoLikesSomethingGetsAListOfTheirOwn() {
        for (double rating : new double[]{3, 3.5, 5}) {
            JsonPath list = list(rated(rating, 1), ", \"strategy\": \"model\"");
            assertTrue(list.getList("items.source").stream().allMatch("model"::equals), list.prettify());
        }
        JsonPath unrated = list(rated(5, TasteFolder.MOVIES - 2), "");
        assertEquals("content", unrated.getString("items[0].source"), unrated.prettify());
        assertContentThenPopular(unrated);
    }

    /** What is popular fills the list. */
    private static void assertContentThenPopular(JsonPath list) {
        List<String> sources = list.getList("items.source", String.class);
        int popular = sources.indexOf("popular");
        assertTrue(sources.subList(0, popular < 0 ? sources.size() : popular).stream().allMatch("content"::equals)
                && popular != 0, list.prettify());
        assertEquals("popular", sources.getLast());
    }

    @Test
    void aModelThatPrefersNothingSaysNothing() {
        int before = given().get(API + "/stats").jsonPath().getInt("modelId");
        Trained.train("{\"algorithm\": \"mean\"}");
        try {
            assertPopular(list(rated(5, 1, 3, 5), ", \"strategy\": \"model\""), popular("", 1, 3, 5),
                    "The active model prefers no movie to another");
            JsonPath blend = list(rated(5, 1, 3, 5), "");
            assertContentThenPopular(blend);
            given().get(API + "/movies/1/neighbours").then().statusCode(200).body("items.size()", is(0)).body("notes",
                    hasItem(containsString("finds nothing alike")));
            given().get(API + "/users/1/neighbours").then().statusCode(200).body("items.size()", is(0)).body("notes",
                    hasItem(containsString("finds nothing alike")));
        } finally {
            given().contentType("application/json").body("{\"modelId\": " + before + "}")
                    .put(API + "/models/active/rating").then().statusCode(200);
        }
        given().get(API + "/movies/1/neighbours").then().body("notes",
                not(hasItem(containsString("finds nothing alike"))));
    }
}
