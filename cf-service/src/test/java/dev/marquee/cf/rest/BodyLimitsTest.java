package dev.marquee.cf.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bodies that are too large or packed: the answer says so, and the connection does not stay open. */
@QuarkusTest
class BodyLimitsTest extends ServiceTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final String RATINGS = API + "/ratings";

    @TestHTTPResource("/")
    URI root;

    @Test
    void aLargeBodyIsRefusedWhetherItIsSentOrNot() throws IOException {
        for (int sent : new int[]{0, 1, 20}) {
            refused(RawHttp.untilClosed(root, out -> {
                out.write(RawHttp.head(RATINGS, "Content-Length: " + 20 * MEBIBYTE));
                send(out, sent, "");
            }), "413", "body-too-large");
        }
    }

    @Test
    void aLargeBodyOfUnannouncedLengthIsRefusedInTheSameWords() throws IOException {
        for (String path : new String[]{RATINGS, API + "/recommendations"}) {
            refused(RawHttp.untilClosed(root, out -> {
                out.write(RawHttp.head(path, "Transfer-Encoding: chunked"));
                // Blanks are JSON as far as they go.
                send(out, 20, "100000\r\n");
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }), "413", "body-too-large");
        }
    }

    @Test
    void aSmallBodyOfUnannouncedLengthIsTaken() throws IOException {
        String answer = RawHttp.untilClosed(root, out -> {
            out.write(RawHttp.head(API + "/predictions", "Transfer-Encoding: chunked", "Connection: close"));
            out.write("d\r\n{\"pairs\": []}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        // Read and understood: pairs must not be empty.
        assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("\"field\":\"pairs\""), answer);
    }

    @Test
    void aPackedBodyIsRefused() throws IOException {
        for (String encoding : new String[]{"gzip", "br, gzip", "DEFLATE"}) {
            refused(RawHttp.untilClosed(root, out -> {
                out.write(RawHttp.head(RATINGS, "Content-Encoding: " + encoding, "Content-Length: 3"));
                out.write(new byte[]{0x1f, (byte) 0x8b, 8});
            }), "415", "unsupported-media-type");
        }
    }

    private static void send(OutputStream out, int mebibytes, String before) throws IOException {
        byte[] part = new byte[MEBIBYTE];
        Arrays.fill(part, (byte) ' ');
        for (int i = 0; i < mebibytes; i++) {
            out.write(before.getBytes(StandardCharsets.US_ASCII));
            out.write(part);
            out.write((before.isEmpty() ? "" : "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void refused(String answer, String status, String kind) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("application/problem+json") && answer.contains("urn:marquee:problem:" + kind),
                answer);
        assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
    }
}
