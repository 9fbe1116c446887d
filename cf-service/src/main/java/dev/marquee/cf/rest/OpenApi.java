package dev.marquee.cf.rest;

import dev.marquee.common.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * What all operations share in the OpenAPI document: the problems that they may answer with.
 */
@OpenAPIDefinition(info = @Info(title = "Marquee cf-service", version = "1"), components = @Components(responses = {
        @APIResponse(name = OpenApi.INVALID, description = "A value is not acceptable; violations names it", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class))),
        @APIResponse(name = OpenApi.UNKNOWN, description = "There is nothing with that id", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class))),
        @APIResponse(name = OpenApi.CONFLICT, description = "Something is in the way; runningId names it", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class))),
        @APIResponse(name = OpenApi.TOO_LARGE, description = "The body is too large", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class))),
        @APIResponse(name = OpenApi.NOT_READY, description = "It cannot be answered now; detail says what to do", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))}))
public final class OpenApi {
    static final String INVALID = "Invalid";
    static final String UNKNOWN = "Unknown";
    static final String CONFLICT = "Conflict";
    static final String TOO_LARGE = "TooLarge";
    static final String NOT_READY = "NotReady";
}
