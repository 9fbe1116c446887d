package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GivenDatabaseTest {
    private static final Map<String, String> REACTIVE = Map.of(GivenDatabase.REACTIVE_URL, "postgresql://h/d");
    private static final Map<String, String> JDBC = Map.of(GivenDatabase.JDBC_URL, "jdbc:postgresql://h/d");

    @Test
    void bothAddressesOrNoneAreFine() {
        Map<String, String> both = Map.of(GivenDatabase.REACTIVE_URL, "a", GivenDatabase.JDBC_URL, "b");
        assertTrue(GivenDatabase.isGiven(both::get));
        assertEquals(Optional.empty(), GivenDatabase.problem(both::get));
        assertFalse(GivenDatabase.isGiven(Map.<String, String>of()::get));
        assertEquals(Optional.empty(), GivenDatabase.problem(Map.<String, String>of()::get));
    }

    @Test
    void halfADatabaseIsNamedByWhatIsMissing() {
        assertTrue(GivenDatabase.problem(JDBC::get).orElseThrow()
                .startsWith("quarkus.datasource.reactive.url is not set, but quarkus.datasource.jdbc.url is: "));
        assertTrue(GivenDatabase.problem(REACTIVE::get).orElseThrow()
                .startsWith("quarkus.datasource.jdbc.url is not set, but quarkus.datasource.reactive.url is: "));
    }
}
