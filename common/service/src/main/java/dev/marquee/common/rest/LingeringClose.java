package dev.marquee.common.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose request was answered before all of it was read. Not at once: a client that still sends
 * would lose the answer with the connection. So the rest is read and thrown away for a moment, until it ends or the
 * time is up.
 */
final class LingeringClose {
    private static final int TOO_LARGE = 413;
    private static final long LINGER_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private LingeringClose() {}

    /** Once the response is written, if it says that the body is too large. */
    static void afterTooLarge(RoutingContext context) {
        context.addEndHandler(done -> {
            if (context.response().getStatusCode() == TOO_LARGE) {
                linger(context);
            }
        });
    }

    /** Once the response is written. */
    static void after(RoutingContext context) {
        context.addEndHandler(done -> linger(context));
    }

    private static void linger(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        long timer = context.vertx().setTimer(LINGER_MILLIS, late -> request.connection().close());
        request.handler(rest -> {});
        request.endHandler(end -> {
            context.vertx().cancelTimer(timer);
            request.connection().close();
        });
        request.resume();
    }
}
