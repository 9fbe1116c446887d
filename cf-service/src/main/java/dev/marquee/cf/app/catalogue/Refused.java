package dev.marquee.cf.app.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.error.InvalidRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * similarity-service answered, and would not do what it was asked: a status of 4xx. It is well, so this never counts as
 * a failure of it, and to ask again would be of no use.
 */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    private final int status;
    private final transient SequencedMap<String, String> violations = new LinkedHashMap<>();

    private Refused(int status, JsonNode problem) {
        super("status " + status + ": " + problem.path("detail").asText("without a word"));
        this.status = status;
        problem.path("violations")
                .forEach(each -> violations.put(each.path("field").asText(), each.path("message").asText()));
    }

    /** The failure as it is, or as a refusal where it is one. */
    static Throwable orFailure(Throwable failure) {
        return failure instanceof WebApplicationException http && isRefusal(http.getResponse().getStatus())
                ? new Refused(http.getResponse().getStatus(), problem(http.getResponse()))
                : failure;
    }

    /** These two say that it has too much to do, not that the question is wrong. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != TIMED_OUT && status != TOO_MANY;
    }

    private static JsonNode problem(Response response) {
        try {
            return JSON.readTree(response.readEntity(String.class));
        } catch (JsonProcessingException | ProcessingException | IllegalStateException e) {
            return JSON.createObjectNode(); // no problem details: an answer of something in between
        }
    }

    boolean isUnknown() {
        return status == NOT_FOUND;
    }

    /** What is wrong with the values that were passed on, for who sent them; empty where it is not about values. */
    Optional<InvalidRequest> invalid() {
        return status == BAD_REQUEST && !violations.isEmpty()
                ? Optional.of(new InvalidRequest(violations))
                : Optional.empty();
    }
}
