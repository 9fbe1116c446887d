package dev.marquee.common.rest;

import dev.marquee.common.error.Causes;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;

/**
 * Whether a request failed because whoever sent it did not wait for the answer. Stateless.
 */
final class CallerGone {
    private CallerGone() {}

    /** @param failure neither of the database nor of a call to another service, whose connections may be closed too */
    static boolean caused(Throwable failure, HttpServerResponse response) {
        return Causes.first(failure, cause -> ends(cause) || (cause instanceof IOException && response.closed()))
                .isPresent();
    }

    /** Known at once, while the response learns of it only after a moment. */
    private static boolean ends(Throwable cause) {
        return cause instanceof ClosedChannelException || cause instanceof HttpClosedException
                || cause instanceof SocketException;
    }
}
