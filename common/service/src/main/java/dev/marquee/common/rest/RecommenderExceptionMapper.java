package dev.marquee.common.rest;

import dev.marquee.common.error.BodyTooLarge;
import dev.marquee.common.error.Conflict;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.ModelNotReady;
import dev.marquee.common.error.RecommenderException;
import dev.marquee.common.error.TemporarilyUnavailable;
import dev.marquee.common.error.TrainingFailed;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.error.UpstreamUnavailable;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Turns Marquee's own failures into problem details. A class of its own, because the framework loads the exception of
 * an annotated mapper method while it packages a service, in a JVM that may be too old for it.
 */
@Provider
public class RecommenderExceptionMapper implements ExceptionMapper<RecommenderException> {

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(RecommenderException failure) {
        Response answer = ProblemMappers.answer(problemOf(failure), uri);
        return failure instanceof TemporarilyUnavailable busy
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, Math.max(1, busy.retryAfter().toSeconds())).build()
                : answer;
    }

    static Problem problemOf(RecommenderException failure) {
        return switch (failure) {
            case UnknownId e -> Problem.of(ProblemKind.UNKNOWN_ID, e.getMessage());
            case InvalidRequest e -> Problem.of(ProblemKind.INVALID_REQUEST, e.getMessage())
                    .with(e.problems().entrySet().stream().map(p -> new Problem.Violation(p.getKey(), p.getValue()))
                            .toList());
            case Conflict e -> Problem.of(ProblemKind.CONFLICT, e.getMessage()).withRunningId(e.runningId());
            case ModelNotReady e -> Problem.of(ProblemKind.MODEL_NOT_READY, e.getMessage());
            case DataRejected e -> Problem.of(ProblemKind.DATA_REJECTED, e.getMessage());
            case CorruptData e -> Problem.of(ProblemKind.CORRUPT_DATA, e.getMessage());
            case TrainingFailed e -> Problem.of(ProblemKind.TRAINING_FAILED, e.getMessage());
            case BodyTooLarge e -> Problem.of(ProblemKind.BODY_TOO_LARGE, e.getMessage());
            case TemporarilyUnavailable e -> Problem.of(ProblemKind.TEMPORARILY_UNAVAILABLE, e.getMessage());
            case UpstreamUnavailable e -> Problem.of(ProblemKind.UPSTREAM_UNAVAILABLE, e.getMessage());
        };
    }
}
