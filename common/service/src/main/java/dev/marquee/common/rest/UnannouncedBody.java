package dev.marquee.common.rest;

import dev.marquee.common.error.BodyTooLarge;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts a body while it is read and ends it at the limit: one that is sent in chunks does not announce how long it is.
 * Thread-safe.
 */
@Provider
public class UnannouncedBody implements ReaderInterceptor {
    private final BodyLimits limits;

    UnannouncedBody(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counted(context.getInputStream(), limits));
        return context.proceed();
    }

    /** Fails with the byte after the limit. */
    private static final class Counted extends FilterInputStream {
        private final BodyLimits limits;
        private long read;

        Counted(InputStream in, BodyLimits limits) {
            super(in);
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int count = super.read(to, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limits.limit()) {
                throw new BodyTooLarge(limits.tooLarge("The body has more than " + limits.limit() + " bytes"));
            }
        }
    }
}
