package dev.marquee.common.rest;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The id that ties together what the logs of both services say about one request.
 */
public final class RequestId {
    /** The HTTP header in which it travels. */
    public static final String HEADER = "X-Request-Id";
    /** The key in the logs' context. */
    public static final String MDC_KEY = "requestId";

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /**
     * @return the id of the request that the current code works for, or {@code null} outside a request
     */
    public static @Nullable String current() {
        Object id = MDC.get(MDC_KEY);
        return id == null ? null : id.toString();
    }

    /** The caller's id where it is harmless in a log, else a new one. */
    static String acceptOrCreate(@Nullable String sent) {
        return sent != null && ACCEPTABLE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }
}
