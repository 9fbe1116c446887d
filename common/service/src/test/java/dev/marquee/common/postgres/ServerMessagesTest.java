package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerMessagesTest {

    @Test
    void theLinesThatTellAreShownWithoutTheirPrefix() {
        assertEquals("FATAL: lock file \"postmaster.pid\" already exists | HINT: Is another server running?",
                ServerMessages.inOneLine(List.of("2026-01-01 00:00:00.000 UTC [1] LOG:  starting",
                        "2026-01-01 00:00:00.100 UTC [1] FATAL:  lock file \"postmaster.pid\" already exists",
                        "2026-01-01 00:00:00.100 UTC [1] HINT:  Is another server running?")));
    }

    @Test
    void elseTheLastOnes() {
        assertEquals("b | c | d", ServerMessages.inOneLine(List.of("a", "b", "c", "d")));
        assertEquals("it said nothing", ServerMessages.inOneLine(List.of()));
    }
}
