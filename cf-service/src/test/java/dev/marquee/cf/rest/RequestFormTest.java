package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not well-formed, whatever they ask for: a problem that says what is wrong. */
@QuarkusTest
class RequestFormTest extends ServiceTest {
    private static final String PAIR = "{\"pairs\": [{\"userId\": 1, \"movieId\": 1}]}";

    @TestHTTPResource("/")
    URI root;

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "application/json,text/plain", "application/json; charset", "/json",
            "application/json; charset=utf-16", "application/json;Charset=\"windows-1251\"",
            "application/json; charset=none"})
    void aContentTypeThatSaysSomethingElseIsRefused(String type) throws IOException {
        String answer = post("Content-Type: " + type + "\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 415 ") && answer.contains("Content-Type: "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void aBodyWithoutAContentTypeIsRefused() throws IOException {
        String answer = post("");
        assertTrue(answer.startsWith("HTTP/1.1 415 ") && answer.contains("is missing"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON;charset=UTF-8", "application/json; Charset=\"utf-8\"",
            "application/json; charset=ISO-8859-1",
            "application/json;", "application/json; version=2 ; charset=utf8"})
    void usualContentTypesAreTaken(String type) throws IOException {
        String answer = post("Content-Type: " + type + "\r\n");
        assertTrue(!answer.startsWith("HTTP/1.1 415 "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats?x=%ff", "stats?x=%ed%a0%80", "models/%e2%28"})
    void anAddressThatCannotBeDecodedIsRefusedInWords(String path) throws IOException {
        String answer = RawHttp.untilClosed(root, out -> out.write(("GET " + API + "/" + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("hexadecimal digits"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'',
            textBlock = """
                    ratings     | [{"userId": 1, "movieId": 1, "rating": 4, "ratedAt": ""}]        | ratings[0].ratedAt | a time such as
                    ratings     | [{"userId": 1, "movieId": 1, "rating": 4, "ratedAt": "\\u0000"}]  | ratings[0].ratedAt | a time such as
                    ratings     | [{"userId": 1, "movieId": 1, "rating": 4, "ratedAt": " "}]       | ratings[0].ratedAt | a time such as
                    trainings   | {"algorithm": "sgd", "options": {"factors": "\\u0663"}}            | options.factors    | whole number
                    trainings   | {"algorithm": "sgd", "options": {"learningRate": "0x1p-3"}}     | options.learningRate | a number
                    trainings   | {"algorithm": "sgd", "options": {"learningRate": "0.1d"}}       | options.learningRate | a number
                    trainings   | {"algorithm": "sgd", "options": {"threads": 2000}}              | options.threads    | 'is 2000'
                    imports     | {"path": "/", "imdbPath": " "}                                  | imdbPath           | must not be blank
                    predictions | null                                                            | body               | is missing
                    """)
    void whatLooksEmptyOrAlmostRightIsNamed(String path, String body, String field, String rule) {
        given().contentType(ContentType.JSON).body(body).post(API + "/" + path).then().statusCode(400)
                .body("violations[0].field", is(field)).body("violations[0].message", containsString(rule));
    }

    @Test
    void noMessageNamesTheParsersSettings() {
        for (String rating : new String[]{"NaN", "9".repeat(2000), "[".repeat(2000)}) {
            String detail = given().contentType(ContentType.JSON)
                    .body("[{\"userId\": 1, \"movieId\": 1, \"rating\": " + rating + "}]").post(API + "/ratings").then()
                    .statusCode(400).extract().path("detail");
            assertTrue(!detail.contains("Read") && !detail.contains("`"), detail);
        }
    }

    @Test
    void anAnswerOfAnotherKindIsRefusedInWords() {
        given().accept("text/html").get(API + "/stats").then().statusCode(406).body("detail", containsString("Accept"));
    }

    private String post(String type) throws IOException {
        return RawHttp.untilClosed(root,
                out -> out.write(("POST " + API + "/predictions HTTP/1.1\r\nHost: localhost\r\n"
                        + type + "Connection: close\r\nContent-Length: " + PAIR.length() + "\r\n\r\n" + PAIR)
                        .getBytes(StandardCharsets.US_ASCII)));
    }
}
