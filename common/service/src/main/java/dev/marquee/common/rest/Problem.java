package dev.marquee.common.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 problem details.
 *
 * @param type a URN that names the kind of problem and never changes
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong here and what to do
 * @param instance the path of the request
 * @param violations for invalid values: the fields and what is wrong with each
 * @param runningId for conflicts: the id of the job that is in the way
 * @param requestId the id to look for in the logs of both services
 */
@Schema(description = "An error (RFC 9457 problem details)")
@JsonInclude(JsonInclude.Include.NON_NULL)
// Quarkus sees what resources answer with, but not what mappers and filters do.
@RegisterForReflection(targets = {Problem.class, Problem.Violation.class})
public record Problem(@Schema(examples = "urn:marquee:problem:unknown-id") String type,
        @Schema(examples = "Unknown id") String title, @Schema(examples = "404") int status,
        @Schema(examples = "There is no movie with id 99.") @Nullable String detail,
        @Schema(examples = "/api/v1/movies/99") @Nullable String instance, @Nullable List<Violation> violations,
        @Nullable String runningId, @Nullable String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:marquee:problem:";

    /**
     * One field that was refused.
     *
     * @param field name of the parameter or path of the field in the body
     */
    public record Violation(@Schema(examples = "rating") String field,
            @Schema(examples = "must be between 0.5 and 5.0") String message) {}

    static Problem of(ProblemKind kind, @Nullable String detail) {
        return new Problem(TYPE_PREFIX + kind.slug(), kind.title(), kind.status(), detail, null, null, null, null);
    }

    Problem with(List<Violation> found) {
        return new Problem(type, title, status, detail, instance, List.copyOf(found), runningId, requestId);
    }

    Problem withRunningId(String id) {
        return new Problem(type, title, status, detail, instance, violations, id, requestId);
    }

    Problem at(String path, @Nullable String request) {
        return new Problem(type, title, status, detail, path, violations, runningId, request);
    }
}
