package dev.marquee.common.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * Sends the current request id on to the other service.
 */
@ApplicationScoped
public class RequestIdPropagation implements ClientHeadersFactory {

    @Override
    public MultivaluedMap<String, String> update(MultivaluedMap<String, String> incoming,
            MultivaluedMap<String, String> outgoing) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        String id = RequestId.current();
        if (id != null) {
            headers.putSingle(RequestId.HEADER, id);
        }
        return headers;
    }
}
