package dev.marquee.cf.content.read;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.marquee.common.error.UpstreamUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Reads the content of all movies from a running similarity-service, for tools. Blocks.
 */
public final class ContentUrl {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 1000;
    private static final int TRIES = 3;
    private static final int OK = 200;

    private final ObjectMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final HttpClient client;
    private final URI service;

    /** @param service such as {@code http://localhost:8081} */
    public ContentUrl(HttpClient client, URI service) {
        this.client = client;
        this.service = service;
    }

    /**
     * @throws UpstreamUnavailable where it does not answer as it should, saying what to do
     */
    public Content read() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            PageJoin join = null;
            FeaturePage page = page(0);
            while (page != null && (join == null || join.fits(page))) {
                if (join == null) {
                    join = new PageJoin(page);
                } else {
                    join.add(page);
                }
                if (page.next() == null) {
                    return join.content();
                }
                page = page(page.next());
            }
        }
        throw new UpstreamUnavailable("The catalogue at " + service + " changes while it is read; try again.");
    }

    private FeaturePage page(long after) {
        URI page = service.resolve("/api/v1/features?after=" + after + "&limit=" + PAGE);
        try {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new UpstreamUnavailable(page + " answers " + answer.statusCode()
                        + "; see that it is a similarity-service of this version with a catalogue.");
            }
            return json.readValue(answer.body(), FeaturePage.class);
        } catch (IOException e) {
            throw new UpstreamUnavailable(page + " does not answer; see that similarity-service runs there.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpstreamUnavailable("Reading " + page + " was stopped.", e);
        }
    }
}
