package dev.marquee.similarity.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Serves what is public below a prefix of its own: {@code GET /similarity/api/v1/movies/1} is answered as
 * {@code GET /api/v1/movies/1}. What is public is listed here; all else, other methods included, has no place there and
 * is not found.
 *
 * <p>
 * Whoever leads strangers here leads them to the prefix only, so a path must not leave it again: where there is a
 * prefix, paths that are not in their plain form ({@code ..}, {@code //}, encoded letters) are refused altogether.
 * Stateless.
 */
@Singleton
class PublicPaths {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    /**
     * The catalogue, for reading. Matrix parameters ({@code ;x}), which JAX-RS leaves out of a path, are part of none
     * of these.
     */
    private static final Pattern PUBLIC = Pattern.compile("/api/v1/(movies(/[0-9]{1,19}(/similar)?)?|genres|stats)");
    /** Before everything that looks at the path. */
    private static final int FIRST = 1000;

    private final Optional<String> prefix;

    PublicPaths(PublicConfig config) {
        prefix = config.prefix().map(PublicPaths::checked);
    }

    private static String checked(String prefix) {
        if (!prefix.matches("(/[a-z0-9-]+)+")) {
            throw new IllegalArgumentException("marquee.public.prefix must be like /similarity, is " + prefix);
        }
        return prefix;
    }

    void register(@Observes Filters filters) {
        prefix.ifPresent(given -> filters.register(request -> route(request, given), FIRST));
    }

    private static void route(RoutingContext request, String prefix) {
        String path = request.request().path();
        if (path == null || !path.equals(request.normalizedPath())) {
            request.fail(404);
        } else if (isPublic(request.request().method(), path, prefix)) {
            String query = request.request().query();
            request.reroute(path.substring(prefix.length()) + (query == null ? "" : "?" + query));
        } else {
            request.next();
        }
    }

    private static boolean isPublic(HttpMethod method, String path, String prefix) {
        return READING.contains(method) && path.startsWith(prefix)
                && PUBLIC.matcher(path.substring(prefix.length())).matches();
    }
}
