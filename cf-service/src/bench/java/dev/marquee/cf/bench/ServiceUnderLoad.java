package dev.marquee.cf.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service, as {@code mvn package} made it below the working folder, with an embedded database of its own.
 * Thread-safe.
 */
final class ServiceUnderLoad implements AutoCloseable {
    private static final Path JAR = Path.of("cf-service/target/quarkus-app/quarkus-run.jar");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final String url;

    private ServiceUnderLoad(Process process, int port) {
        this.process = process;
        this.url = "http://localhost:" + port;
    }

    static ServiceUnderLoad start(Path home) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "-Xmx3g", "-jar", JAR.toString()).redirectErrorStream(true)
                .redirectOutput(home.resolve("service.log").toFile());
        builder.environment().put("MARQUEE_DATA_DIR", home.resolve("data").toString());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        ServiceUnderLoad service = new ServiceUnderLoad(builder.start(), port);
        while (service.status("GET", "/q/health/live", null) != 200) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return service;
    }

    /** The status of an answer; 0 where there is none. */
    int status(String method, String path, String body) throws InterruptedException {
        try {
            return send(method, path, body).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", "/api/v1/" + path, body);
        if (answer.statusCode() != 202) {
            throw new IOException(path + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** Starts a job and waits for its end. */
    JsonNode job(String path, String body) throws IOException, InterruptedException {
        JsonNode job = post(path, body);
        while (job.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(500);
            job = json.readTree(send("GET", "/api/v1/" + path + "/" + job.path("id").asLong(), null).body());
        }
        if (!job.path("state").asText().equals("completed")) {
            throw new IOException(path + ": " + job);
        }
        return job;
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json");
        return client.send(request.method(method, body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
