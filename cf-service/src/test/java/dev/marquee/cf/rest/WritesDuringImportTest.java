package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import dev.marquee.common.postgres.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People rate and take ratings back while a file of the same ratings is imported again and again: each word that was
 * confirmed stays.
 */
@QuarkusTest
class WritesDuringImportTest extends ServiceTest {
    private static final int FIRST_USER = 20_000;
    private static final int USERS = 600;
    private static final int FIRST_MOVIE = 10;
    private static final int MOVIES = 15;
    private static final int IMPORTS = 4;

    @TempDir
    Path folder;

    private final Map<String, Float> confirmed = new TreeMap<>();

    @AfterEach
    void remove() {
        String ours = " where user_id >= " + FIRST_USER;
        for (String sql : new String[]{"delete from rating" + ours, "delete from rating_deleted" + ours,
                "delete from rater" + ours, "update rated_movie m set (rating_count, rating_sum) = (select count(*),"
                        + " coalesce(sum(rating::float8), 0) from rating r where r.movie_id = m.movie_id)"}) {
            Sql.update(EmbeddedPostgresResource.database(), sql);
        }
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = FIRST_USER; user < FIRST_USER + USERS; user++) {
            for (int movie = FIRST_MOVIE; movie < FIRST_MOVIE + MOVIES; movie++) {
                text.append(user).append(',').append(movie).append(",1.0,900000000\n");
            }
        }
        Files.writeString(folder.resolve("ratings.csv"), text);
    }

    private JsonPath run() {
        String location = given().contentType("application/json").body("{\"path\": \"" + folder + "\"}")
                .post(API + "/imports").then().statusCode(202).extract().header("Location");
        JsonPath job = Trained.until(location, state -> !state.equals("running"));
        assertEquals("completed", job.getString("state"), job.prettify());
        return job;
    }

    private void say(SplittableRandom random) {
        String path = "/users/" + (FIRST_USER + random.nextInt(USERS)) + "/ratings/"
                + (FIRST_MOVIE + random.nextInt(MOVIES));
        if (random.nextInt(3) == 0) {
            if (given().delete(API + path).statusCode() == 204) {
                confirmed.put(path, null);
            }
        } else {
            float stars = 2 + random.nextInt(7) / 2f;
            if (given().contentType("application/json").body("{\"rating\": " + stars + "}").put(API + path)
                    .statusCode() == 200) {
                confirmed.put(path, stars);
            }
        }
    }

    @Test
    void whatWasConfirmedStays() throws IOException {
        write();
        assertEquals(USERS * MOVIES, run().getInt("counts.added"));
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> people = CompletableFuture.runAsync(() -> {
            SplittableRandom random = new SplittableRandom(3);
            while (!over.get()) {
                say(random);
            }
        }, task -> Thread.ofPlatform().start(task));
        for (int i = 0; i < IMPORTS; i++) {
            JsonPath job = run();
            assertEquals(USERS * MOVIES, job.getInt("counts.kept") + job.getInt("counts.deleted"), job.prettify());
        }
        over.set(true);
        people.join();
        assertTrue(confirmed.size() > 10, "only " + confirmed.size() + " were confirmed");
        confirmed.forEach((path, stars) -> {
            int movie = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            given().get(API + path.substring(0, path.lastIndexOf('/'))).then()
                    .body("items.find { it.movieId == " + movie + " }?.rating", is(stars));
        });
        assertEquals(1L, Sql.rows(EmbeddedPostgresResource.database(), row -> row.getLong(1), """
                select ((select count(*) from rating) = (select sum(rating_count) from rater)
                  and (select count(*) from rating) = (select sum(rating_count) from rated_movie))::int""").getFirst());
    }
}
