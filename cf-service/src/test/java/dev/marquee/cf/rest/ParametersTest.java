package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters of the wrong form are refused by their names. */
@QuarkusTest
class ParametersTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users/1/recommendations?limit=1.5                | limit     | whole number from 1 to 100
            users/1/recommendations?limit=                   | limit     | whole number
            users/1/recommendations?limit=99999999999        | limit     | whole number
            users/1/recommendations?limit=%D9%A1             | limit     | whole number
            users/1/recommendations?limit=1&limit=2          | limit     | given once
            users/1/recommendations?limt=1                   | limt      | known are diversity, exclude, explain
            users/1/recommendations?genres=Drama             | genres    | known are
            users/1/recommendations?explain=maybe            | explain   | true or false
            users/1/recommendations?explain=TRUE             | explain   | true or false
            users/1/recommendations?diversity=NaN            | diversity | a number
            users/1/recommendations?diversity=half           | diversity | a number
            users/1/recommendations?exclude=1,x              | exclude   | ids of movies
            users/1/recommendations?yearFrom=new             | yearFrom  | whole number
            users/one/recommendations                        | userId    | whole number
            users/1e3/ratings                                | userId    | whole number
            users/99999999999999999999/ratings               | userId    | whole number
            users/1/predictions/2.0                          | movieId   | whole number
            users/1/ratings?page=x                           | page      | whole number
            users?page=10000001                              | page      | 10000000
            movies/popular?limit=ten                         | limit     | whole number
            movies/popular?days=0                            | days      | 1
            movies/popular?days=-7                           | days      | 1
            movies/popular?days=week                         | days      | whole number from 1 to 36500
            movies/popular?by=stars                          | by        | one of count, rating
            movies/x/neighbours                              | movieId   | whole number
            catalogue/movies/x/similar                       | movieId   | whole number
            catalogue/genres?size=1                          | size      | is not known here
            models/latest                                    | id        | whole number
            trainings/x/events                               | id        | whole number
            imports/x                                        | id        | whole number
            stats?of=ratings                                 | of        | is not known here
            """)
    void aWrongParameterIsNamed(String path, String field, String rule) {
        given().urlEncodingEnabled(false).get(API + "/" + path).then().statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", is(field)).body("violations[0].message", containsString(rule))
                .body("detail", not(containsString("java")));
    }

    @Test
    void messagesAreEnglishWhateverIsPreferred() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            given().header("Accept-Language", "fr").get(API + "/users?size=0").then().statusCode(400)
                    .body("violations[0].message", is("must be greater than or equal to 1"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
