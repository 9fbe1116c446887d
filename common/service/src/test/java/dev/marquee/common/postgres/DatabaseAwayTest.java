package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void aLostConnectionIsKnownThroughItsWrappers(String state) {
        assertTrue(DatabaseAway.caused(
                new IllegalStateException("The database refused", new SQLException("away", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "53300"})
    void soIsOneOfTheReactiveDriver(String state) {
        assertTrue(DatabaseAway.caused(new CompletionException(new PgException("away", "FATAL", state, null))));
        assertTrue(DatabaseAway.caused(new IllegalStateException(ClosedConnectionException.INSTANCE)));
    }

    @Test
    void aRefusedConnectionAndAnExhaustedPoolAreKnown() {
        assertTrue(DatabaseAway.caused(new CompletionException(new ConnectException("Connection refused"))));
        assertTrue(DatabaseAway.caused(new SQLException("Sorry, acquisition timeout!")));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNotWaitedForForEver() {
        UniAssertSubscriber<Object> waiting = BoundedWait.of(Uni.createFrom().nothing(), Duration.ofMillis(10))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        assertTrue(DatabaseAway.caused(waiting.awaitFailure().getFailure()));
        assertEquals(7, BoundedWait.of(Uni.createFrom().item(7)).await().indefinitely());
    }

    @Test
    void otherFailuresAreNot() {
        assertFalse(DatabaseAway.caused(new SQLException("duplicate key", "23505")));
        assertFalse(DatabaseAway.caused(new PgException("duplicate key", "ERROR", "23505", "of 08006")));
        assertFalse(DatabaseAway.caused(new IllegalStateException("no")));
    }
}
