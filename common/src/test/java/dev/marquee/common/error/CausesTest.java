package dev.marquee.common.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CausesTest {
    private final IOException inner = new IOException("inner");
    private final RuntimeException outer = new IllegalStateException(new RuntimeException(inner));

    @Test
    void theFirstThatIsWantedIsFound() {
        assertSame(outer, Causes.first(outer, RuntimeException.class::isInstance).orElseThrow());
        assertSame(inner, Causes.first(outer, IOException.class::isInstance).orElseThrow());
        assertEquals(Optional.empty(), Causes.first(outer, Error.class::isInstance));
    }

    @Test
    void aCycleEnds() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("other", one));
        assertEquals(Optional.empty(), Causes.first(one, IOException.class::isInstance));
    }

    @Test
    void aFailureWithoutAMessageTellsItsKind() {
        assertEquals("inner", Causes.told(inner));
        assertEquals("java.lang.IllegalStateException", Causes.told(new IllegalStateException()));
        assertEquals("java.lang.IllegalStateException", Causes.told(new IllegalStateException(" ")));
    }
}
