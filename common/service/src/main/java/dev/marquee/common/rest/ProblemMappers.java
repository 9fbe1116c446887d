package dev.marquee.common.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.marquee.common.json.JsonFault;
import dev.marquee.common.postgres.DatabaseAway;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns the failures that frameworks raise into problem details; {@link RecommenderExceptionMapper} does it for our
 * own.
 */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final long TELL_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final AtomicLong DATABASE_AWAY_TOLD = new AtomicLong();
    private static final int RETRY_SECONDS = 5;

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, UriInfo uri) {
        List<Problem.Violation> violations = failure.getConstraintViolations().stream()
                .map(v -> isBody(v)
                        ? new Problem.Violation("body", "is missing")
                        : new Problem.Violation(field(v), v.getMessage()))
                .sorted(Comparator.comparing(Problem.Violation::field).thenComparing(Problem.Violation::message))
                .toList();
        String detail = violations.stream().map(v -> v.field() + ": " + v.message()).collect(Collectors.joining("; "));
        return answer(Problem.of(ProblemKind.INVALID_REQUEST, detail).with(violations), uri);
    }

    /** Only bodies have to be there as a whole: parameters have defaults, or are part of the path. */
    private static boolean isBody(ConstraintViolation<?> violation) {
        Path.Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        return last != null && last.getKind() == ElementKind.PARAMETER
                && violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
    }

    /** The path within the request: the method's and its body parameter's names mean nothing to a caller. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        if (nodes.size() < 2) {
            return violation.getPropertyPath().toString();
        }
        int from = nodes.size() > 2 ? 2 : 1;
        StringBuilder field = new StringBuilder();
        for (Path.Node node : nodes.subList(from, nodes.size())) {
            String text = node.toString();
            field.append(field.isEmpty() || text.startsWith("[") ? "" : ".").append(text);
        }
        return field.toString().replace(".<list element>", "");
    }

    /** Named twice, because Quarkus has a mapper of its own for the second, and the more special one wins. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException failure, UriInfo uri) {
        return answer(fromJson(failure), uri);
    }

    /** The framework has a mapper of its own for these, which would answer without a body. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure, UriInfo uri) {
        return answer(fromJson(failure), uri);
    }

    /** A text for an array of numbers raises it, too; where it is of our own answer, it is our fault. */
    @ServerExceptionMapper
    Response undefined(InvalidDefinitionException failure, UriInfo uri) {
        return failure.getProcessor() instanceof JsonParser ? answer(fromJson(failure), uri) : failed(failure, uri);
    }

    private static Problem fromJson(JsonProcessingException failure) {
        JsonFault fault = JsonFault.of(failure);
        String where = fault.line() == 0 ? "" : " (line " + fault.line() + ", column " + fault.column() + ")";
        String named = fault.field().isEmpty() ? "" : fault.field() + ": ";
        Problem problem = Problem.of(ProblemKind.INVALID_REQUEST,
                "The body is not valid JSON for this request: " + named + fault.problem() + where);
        return fault.field().isEmpty()
                ? problem
                : problem.with(List.of(new Problem.Violation(fault.field(), fault.problem() + where)));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return answer(fromJson(json), uri);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        ProblemKind kind = ProblemKind.ofStatus(status);
        Problem general = Problem.of(kind, describe(kind, failure, uri));
        Problem problem = new Problem(general.type(), general.title(), status, general.detail(), null, null, null,
                null);
        return answer(problem, uri);
    }

    private static @Nullable String describe(ProblemKind kind, WebApplicationException failure, UriInfo uri) {
        return switch (kind) {
            case NOT_FOUND -> "There is nothing at " + uri.getPath() + ". See /q/swagger-ui for what there is.";
            case METHOD_NOT_ALLOWED -> "This path does not take that method. See /q/swagger-ui for what it takes.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be sent with the content type that /q/swagger-ui names.";
            case NOT_ACCEPTABLE ->
                "There is no answer of the kind that the Accept header asks for. See /q/swagger-ui for what there is.";
            default -> failure.getMessage();
        };
    }

    @ServerExceptionMapper
    Response unexpected(Exception failure, UriInfo uri, RoutingContext routing) {
        if (DatabaseAway.caused(failure)) {
            return databaseAway(failure, uri);
        }
        if (CallerGone.caused(failure, routing.response())) {
            LOG.debugf("Whoever sent the request %s did not wait for its answer (%s)", uri.getPath(), failure);
            return Response.noContent().build();
        }
        return failed(failure, uri);
    }

    private static Response failed(Exception failure, UriInfo uri) {
        LOG.errorf(failure, "Request %s failed", uri.getPath());
        return answer(Problem.of(ProblemKind.INTERNAL_ERROR,
                "Something went wrong that should not. The log has the details under the request id."), uri);
    }

    /** One line now and then: while the database is away, each request fails in the same way. */
    private static Response databaseAway(Exception failure, UriInfo uri) {
        long now = System.nanoTime();
        long last = DATABASE_AWAY_TOLD.get();
        if ((last == 0 || now - last > TELL_AGAIN_NANOS) && DATABASE_AWAY_TOLD.compareAndSet(last, now)) {
            LOG.errorf("The database does not answer; requests that need it get 503 until it does (%s)",
                    failure.getMessage());
        }
        Problem problem = Problem.of(ProblemKind.TEMPORARILY_UNAVAILABLE,
                "The database does not answer at the moment. What was not confirmed may not be stored: try again in a few"
                        + " seconds.");
        return Response.fromResponse(answer(problem, uri)).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
    }

    static Response answer(Problem problem, UriInfo uri) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE)
                .entity(problem.at(uri.getRequestUri().getPath(), RequestId.current())).build();
    }
}
