package dev.marquee.cf.rest;

import dev.marquee.cf.app.feedback.RatedQuery;
import dev.marquee.common.rest.OpenApi;
import dev.marquee.common.rest.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Users and what they rated.
 */
@Path("/api/v1")
@Tag(name = "Users", description = "Who rated what")
@RegisterForReflection // ParameterCheck reads the parameters
public class UserResource {
    private final RatedQuery rated;

    UserResource(RatedQuery rated) {
        this.rated = rated;
    }

    @GET
    @Path("users")
    @Operation(operationId = "listUsers", summary = "Users who rated something, by id")
    @APIResponse(responseCode = "200", description = "A page of users")
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    public Uni<Page<UserView>> list(
            @RestQuery @DefaultValue("0") @Min(0) @Max(10_000_000) @Parameter(description = "page, from 0") int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(Page.MAX_SIZE)
            @Parameter(description = "users on a page") int size) {
        return rated.users(page, size).map(
                found -> Page.of(found.items().stream().map(UserView::of).toList(), page, size, found.total()));
    }

    @GET
    @Path("users/{userId}/ratings")
    @Operation(operationId = "listRatings", summary = "A user's ratings, the latest first")
    @APIResponse(responseCode = "200", description = "A page of ratings")
    @APIResponse(responseCode = "400", ref = OpenApi.INVALID)
    @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)
    public Uni<Page<RatingView>> ratings(
            @RestPath @Parameter(description = "id of the user", example = "1") long userId,
            @RestQuery @DefaultValue("0") @Min(0) @Max(10_000_000) @Parameter(description = "page, from 0") int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(Page.MAX_SIZE)
            @Parameter(description = "ratings on a page") int size) {
        return rated.ratings(userId, page, size).map(found -> Page.of(
                found.items().stream().map(rating -> RatingView.of(rating, found.metadata())).toList(), page, size,
                found.total()));
    }
}
