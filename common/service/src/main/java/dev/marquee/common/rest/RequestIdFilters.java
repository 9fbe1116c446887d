package dev.marquee.common.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Takes or makes the request id, puts it into the logs' context and sends it back.
 */
public class RequestIdFilters {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void take(ContainerRequestContext request) {
        String id = RequestId.acceptOrCreate(request.getHeaderString(RequestId.HEADER));
        MDC.put(RequestId.MDC_KEY, id);
        request.setProperty(RequestId.MDC_KEY, id);
    }

    @ServerResponseFilter
    public void give(ContainerRequestContext request, ContainerResponseContext response) {
        Object id = request.getProperty(RequestId.MDC_KEY);
        if (id != null) {
            response.getHeaders().putSingle(RequestId.HEADER, id);
        }
    }
}
