package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import dev.marquee.common.harness.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever hangs up before the answer is there has done the service no harm that it would have to tell of. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class GoneCallerTest {
    private static final int CALLERS = 100;
    private static final long SETTLED_MILLIS = 1500;
    private static final Logger ALL = Logger.getLogger("");

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                told.add(line.getLevel() + " " + line.getMessage() + " " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TestHTTPResource("/")
    URI root;

    @BeforeEach
    void listen() {
        Fixture.load();
        ALL.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        ALL.removeHandler(ear);
    }

    @Test
    void whoSentAllOfTheRequestIsNotMissed() throws Exception {
        String body = "{\"movieIds\": "
                + LongStream.rangeClosed(1, 1000).boxed().collect(Collectors.toList()) + "}";
        hangUp("/api/v1/movies/batch", body.length(), body);
    }

    @Test
    void norIsWhoSentAPartOfIt() throws Exception {
        hangUp("/api/v1/similar/scores", 1000, "{\"movieIds\": [1, ");
    }

    private void hangUp(String path, int length, String body) throws IOException, InterruptedException {
        for (int caller = 0; caller < CALLERS; caller++) {
            try (Socket socket = new Socket(root.getHost(), root.getPort())) {
                // Half of them reset the connection, as a process does that ends.
                socket.setSoLinger(caller % 2 == 0, 0);
                socket.getOutputStream().write(RawHttp.head(path, "Content-Length: " + length));
                socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            }
        }
        TimeUnit.MILLISECONDS.sleep(SETTLED_MILLIS);
        given().get("/api/v1/genres").then().statusCode(200);
        assertEquals(List.of(), told);
    }
}
