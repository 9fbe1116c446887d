package dev.marquee.common.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * One request in bytes of the test's own, for what no HTTP client would send.
 */
public final class RawHttp {
    private static final int PATIENCE = (int) TimeUnit.SECONDS.toMillis(20);

    private RawHttp() {}

    /** Sends what a test wants to. */
    public interface Sender {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Sends, and reads until the other side closes the connection.
     *
     * @return all that was answered
     * @throws java.net.SocketTimeoutException if it is still open long after
     */
    public static String untilClosed(URI root, Sender sender) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(PATIENCE);
            sender.to(socket.getOutputStream());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The head of a request with a body of JSON, which is to follow. */
    public static byte[] head(String path, String... headers) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
