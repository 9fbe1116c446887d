/**
 * What the two REST interfaces have in common: errors as problem details, pages, request ids, imports.
 */
@OpenAPIDefinition(info = @Info(title = "Marquee", version = "1"), components = @Components(responses = {
        @APIResponse(name = OpenApi.INVALID, description = "A value is not acceptable; violations names it",
                content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class))),
        @APIResponse(name = OpenApi.UNKNOWN, description = "There is nothing with that id",
                content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class))),
        @APIResponse(name = OpenApi.CONFLICT, description = "Something is in the way; runningId names it",
                content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class))),
        @APIResponse(name = OpenApi.TOO_LARGE, description = "The body is too large",
                content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class))),
        @APIResponse(name = OpenApi.NOT_READY, description = "It cannot be answered now; detail says what to do",
                content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))}))
@NullMarked
package dev.marquee.common.rest;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.NullMarked;
