package dev.marquee.common.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns the failures that frameworks raise into problem details; {@link RecommenderExceptionMapper} does it for our own.
 */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, UriInfo uri) {
        List<Problem.Violation> violations = failure.getConstraintViolations().stream()
                .map(v -> new Problem.Violation(field(v), v.getMessage()))
                .sorted(Comparator.comparing(Problem.Violation::field).thenComparing(Problem.Violation::message))
                .toList();
        String detail = violations.stream().map(v -> v.field() + ": " + v.message()).collect(Collectors.joining("; "));
        return answer(Problem.of(ProblemKind.INVALID_REQUEST, detail).with(violations), uri);
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

    private static Problem fromJson(JsonProcessingException failure) {
        String where = failure.getLocation() == null
                ? ""
                : " (line " + failure.getLocation().getLineNr() + ", column " + failure.getLocation().getColumnNr()
                        + ")";
        String message = failure.getOriginalMessage() + where;
        Problem problem = Problem.of(ProblemKind.INVALID_REQUEST,
                "The body is not valid JSON for this request: " + message);
        if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return problem.with(List.of(new Problem.Violation(jsonPath(mapping), message)));
        }
        return problem;
    }

    private static String jsonPath(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
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

    private static String describe(ProblemKind kind, WebApplicationException failure, UriInfo uri) {
        return switch (kind) {
            case NOT_FOUND -> "There is nothing at " + uri.getPath()
                    + ", or a value in the path or the query is not of the right form. See /q/swagger-ui for what there is.";
            case METHOD_NOT_ALLOWED -> "This path does not take that method. See /q/swagger-ui for what it takes.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be sent with the content type that /q/swagger-ui names.";
            default -> failure.getMessage();
        };
    }

    @ServerExceptionMapper
    Response unexpected(Exception failure, UriInfo uri) {
        LOG.errorf(failure, "Request %s failed", uri.getPath());
        return answer(Problem.of(ProblemKind.INTERNAL_ERROR,
                "Something went wrong that should not. The log has the details under the request id."), uri);
    }

    static Response answer(Problem problem, UriInfo uri) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE)
                .entity(problem.at(uri.getRequestUri().getPath(), RequestId.current())).build();
    }
}
