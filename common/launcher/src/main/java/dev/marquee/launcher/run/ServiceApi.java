package dev.marquee.launcher.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * A service's REST interface, as far as the start-up needs it.
 */
final class ServiceApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    ServiceApi(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Whether the service answers at all. */
    boolean isLive() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(base + "/q/health/live")).GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the service says that it can do its work. */
    boolean isReady() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + "/q/health/ready")).GET()).statusCode() == 200;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return read(send(HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).GET()));
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return read(send(HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode read(HttpResponse<String> response) throws IOException {
        JsonNode body = json.readTree(response.body());
        if (response.statusCode() >= 400) {
            throw new UsageError(body.path("detail").asText("status " + response.statusCode()));
        }
        return body;
    }
}
