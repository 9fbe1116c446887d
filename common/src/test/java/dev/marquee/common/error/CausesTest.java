package dev.marquee.common.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final IOException INNER = new IOException("inner");
    private static final RuntimeException OUTER = new IllegalStateException(new RuntimeException(INNER));

    @Test
    void theFirstThatIsWantedIsFound() {
        assertSame(OUTER, Causes.first(OUTER, RuntimeException.class::isInstance).orElseThrow());
        assertSame(INNER, Causes.first(OUTER, IOException.class::isInstance).orElseThrow());
        assertEquals(Optional.empty(), Causes.first(OUTER, Error.class::isInstance));
    }

    @Test
    void aCycleEnds() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("other", one));
        assertEquals(Optional.empty(), Causes.first(one, IOException.class::isInstance));
    }
}
