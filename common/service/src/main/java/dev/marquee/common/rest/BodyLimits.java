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
import org.jboss.logging.Logger;

/**
 * Refuses a body for what is announced of it, before anything of it is read: that it is too large, packed, or of no
 * form that can be read ({@link RequestForm}). A body of unannounced length is {@link UnannouncedBody}'s. Thread-safe.
 */
@ApplicationScoped
public class BodyLimits {
    private static final Logger LOG = Logger.getLogger(BodyLimits.class);
    /** Before everything else that looks at a request. */
    private static final int FIRST = 10_000;

    private final long limit;
    private final ObjectMapper json;

    BodyLimits(@ConfigProperty(name = "marquee.http.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        long length = announcedLength(context);
        String encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        if (length > limit) {
            refuse(context, Problem.of(ProblemKind.BODY_TOO_LARGE, tooLarge("The body has " + length + " bytes")));
        } else if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            refuse(context, Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding: a packed body is not taken. Send it as it is, without this header."));
        } else {
            Problem malformed = RequestForm.problemOf(context.request());
            if (malformed != null) {
                refuse(context, malformed);
                return;
            }
            LingeringClose.afterTooLarge(context);
            context.next();
        }
    }

    /** What to say of a body of more than the limit; the log has a line of it. */
    String tooLarge(String found) {
        LOG.infof("Refused a body of more than %d bytes", limit);
        return found + "; at most " + limit
                + " are taken (marquee.http.max-body-size). Send it in parts, or import a file.";
    }

    long limit() {
        return limit;
    }

    private void refuse(RoutingContext context, Problem found) {
        String id = RequestId.acceptOrCreate(context.request().getHeader(RequestId.HEADER));
        Problem problem = found.at(context.request().path(), id);
        LingeringClose.after(context);
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
