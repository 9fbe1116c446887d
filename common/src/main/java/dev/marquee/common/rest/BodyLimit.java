package dev.marquee.common.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that is announced as too large with problem details, before Quarkus would answer it with nothing. A body
 * of unannounced length is still cut off by Quarkus at the same limit.
 */
@ApplicationScoped
public class BodyLimit {
    /** Before everything else that looks at a request. */
    private static final int FIRST = 10_000;

    private final MemorySize limit;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        long length = announcedLength(context);
        if (length <= limit.asLongValue()) {
            context.next();
            return;
        }
        String id = RequestId.acceptOrCreate(context.request().getHeader(RequestId.HEADER));
        Problem problem = Problem.of(ProblemKind.BODY_TOO_LARGE, "The body has " + length + " bytes; at most "
                + limit.asLongValue()
                + " are taken (quarkus.http.limits.max-body-size). Send it in parts, or import a file.")
                .at(context.request().path(), id);
        // The rest of the body is not read, so the connection cannot be used again.
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close").putHeader(RequestId.HEADER, id).end(write(problem));
    }

    private static long announcedLength(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // malformed: refused by the HTTP layer
        }
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
