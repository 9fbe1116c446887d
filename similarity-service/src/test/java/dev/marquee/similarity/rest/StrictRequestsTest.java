package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would not be read, or be read as something else than it says, is refused by its name. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StrictRequestsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'',
            textBlock = """
                    movies/batch    | {"movieIds": [1.5]}                                        | movieIds[0]          | whole number
                    movies/batch    | {"movieIds": ["1"]}                                        | movieIds[0]          | whole number
                    movies/batch    | {"movieIds": [99999999999999999999]}                       | movieIds[0]          | 64 bits
                    movies/batch    | {"movieIds": [1], "genres": []}                            | genres               | known are movieIds
                    similar         | {"movies": [{"movieId": 1, "weight": "4"}]}                | movies[0].weight     | a number
                    similar         | {"movies": [{"movieId": 1, "weight": 4}], "explain": 1}    | explain              | true or false
                    similar         | {"movies": [{"movieId": 1, "weight": 4}], "genres": "X"}   | genres               | known are exclude
                    similar         | {"movies": [{"movieId": 1, "weight": 4}], "genre": 1}      | genre                | a text
                    similar         | {"movies": {"movieId": 1}}                                 | movies               | an array
                    similar/scores  | {"movieIds": [null], "weights": [1]}                       | movieIds[0]          | whole number
                    similar/reasons | {"movieIds": [1], "weights": [1], "of": [1], "off": true}  | off                  | known are
                    similar/scores  | {"movieIds": "AAAA", "weights": [1]}                       | movieIds             | an array
                    similar/reasons | {"movieIds": [1], "weights": [1], "of": "AAAA"}             | of                   | an array
                    imports         | {"path": "/nowhere", "onEror": "skip"}                     | onEror               | known are conflict
                    imports         | {"path": 1}                                                | path                 | a text
                    """)
    void aWrongMemberIsNamed(String path, String body, String field, String rule) {
        given().contentType(ContentType.JSON).body(body).post("/api/v1/" + path).then().statusCode(400)
                .contentType("application/problem+json").body("violations[0].field", is(field))
                .body("violations[0].message", containsString(rule)).body("detail", not(containsString("java")))
                .body("detail", not(containsString("marquee")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            movies?genres=Drama      | genres  | known are genre, page
            movies?size=1.5          | size    | whole number
            movies?page=0&page=1     | page    | given once
            movies/one               | movieId | whole number
            movies/1/similar?exclude=1,x | exclude | whole number
            movies/1/similar?explain=yes | explain | true or false
            genres?x=1               | x       | is not known here
            imports/x                | id      | whole number
            """)
    void aWrongParameterIsNamed(String path, String field, String rule) {
        given().get("/api/v1/" + path).then().statusCode(400).body("violations[0].field", is(field))
                .body("violations[0].message", containsString(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'',
            textBlock = """
                    {"title": "\\ud800x"}                                               | title                 | half of a character
                    {"title": "x", "genres": ["\\udc00"]}                               | genres[0]             | half of a character
                    {"title": "x", "tags": [{"tag": "\\ud83d", "count": 1}]}            | tags[0].tag           | half of a character
                    {"title": "x", "cast": [{"personId": "a", "name": "\\ud800"}]}      | cast[0].name          | half of a character
                    {"title": "x", "directors": [{"personId": "\\ud800", "name": "a"}]} | directors[0].personId | half of a character
                    {"title": "\\u200b"}                                               | title                 | must not be blank
                    {"title": "\\ufeff \\u2060"}                                       | title                 | must not be blank
                    null                                                               | body                  | is missing
                    """)
    void textsThatCannotBeStoredOrSeenAreRefused(String body, String field, String rule) {
        given().contentType(ContentType.JSON).body(body).put("/api/v1/movies/987654").then().statusCode(400)
                .body("violations[0].field", is(field)).body("violations[0].message", containsString(rule));
        given().get("/api/v1/movies/987654").then().statusCode(404);
    }
}
