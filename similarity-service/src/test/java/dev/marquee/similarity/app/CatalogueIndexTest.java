package dev.marquee.similarity.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.ModelNotReady;
import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.postgres.Sql;
import dev.marquee.similarity.catalogue.CatalogueStore;
import dev.marquee.similarity.catalogue.ChangeSender;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.movie.Movie;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogueIndexTest {
    private static final int POLL_MILLIS = 20;
    private static final int POLLS = 1500;

    @RegisterExtension
    final DatabaseExtension database = DatabaseExtension.withServiceTables();

    private CatalogueStore store;
    private CatalogueIndex index;

    @BeforeEach
    void start() {
        store = new CatalogueStore(database.source());
        index = new CatalogueIndex(database.notifications(), store, FeatureWeights.DEFAULTS);
        assertTrue(index.loaded().isEmpty());
        assertThrows(ModelNotReady.class, index::current);
        index.start(new StartupEvent());
        await(snapshot -> true);
    }

    @AfterEach
    void stop() {
        index.stop(new ShutdownEvent());
    }

    /** As when what starts before it fails. */
    @Test
    void anIndexThatNeverStartedStops() {
        CatalogueIndex other = new CatalogueIndex(database.notifications(), store, FeatureWeights.DEFAULTS);
        assertDoesNotThrow(() -> other.stop(new ShutdownEvent()));
    }

    @Test
    void anEmptyCatalogueSaysWhatToDo() {
        assertTrue(assertThrows(ModelNotReady.class, index::current).getMessage().contains("/api/v1/imports"));
        assertEquals(0, index.loaded().orElseThrow().size());
    }

    @Test
    void anImportIsSeenAsAWhole() {
        write(index.sender(), movie(1, "One"), movie(2, "Two"));
        Snapshot first = index.current();
        assertEquals(2, first.size());
        write(index.sender(), movie(2, "Two anew"), movie(3, "Three"));
        assertEquals(3, index.current().size());
        assertEquals("Two anew", index.current().movie(2).orElseThrow().title());
        assertEquals("Two", first.movie(2).orElseThrow().title(), "whoever holds a snapshot keeps it");
    }

    @Test
    void anImportThatCannotTakeEffectIsNotSeen() {
        write(index.sender(), movie(1, "One"));
        Snapshot before = index.current();
        assertThrows(RuntimeException.class, () -> index.replace(List.of(movie(9, "Nine")), () -> {
            throw new IllegalStateException("the database is gone");
        }));
        assertSame(before, index.current());
    }

    @Test
    void refreshingFollowsTheDatabaseWhateverItHolds() {
        write(index.sender(), movie(1, "One"), movie(2, "Two"));
        execute("update movie set title = 'Changed' where id = 1");
        execute("delete from movie where id = 2");
        execute("insert into movie (id, title) values (3, 'Three')");
        index.refresh(List.of(1L, 2L, 3L, 4L)).await().atMost(Duration.ofSeconds(30));
        assertEquals("Changed", index.current().movie(1).orElseThrow().title());
        assertFalse(index.current().contains(2));
        assertEquals("Three", index.current().movie(3).orElseThrow().title());
        assertFalse(index.current().contains(4));
    }

    @Test
    void anotherReplicasImportIsFollowed() {
        store.write(List.of(movie(5, "Elsewhere")), ConflictRule.FILE, new ChangeSender(), IngestProgress.NONE,
                (movies, commit) -> commit.run());
        await(snapshot -> snapshot.contains(5));
    }

    @Test
    void anotherReplicasSingleChangeIsFollowed() {
        write(index.sender(), movie(1, "One"));
        execute("update movie set title = 'Changed' where id = 1");
        execute("select pg_notify('" + ChangeSender.CHANNEL + "', 'another 1')");
        await(snapshot -> snapshot.movie(1).orElseThrow().title().equals("Changed"));
    }

    private void await(Predicate<Snapshot> condition) {
        for (int i = 0; i < POLLS && index.loaded().filter(condition).isEmpty(); i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertTrue(index.loaded().filter(condition).isPresent(), "the index did not follow");
    }

    private void write(ChangeSender sender, Movie... movies) {
        store.write(List.of(movies), ConflictRule.FILE, sender, IngestProgress.NONE, index::replace);
    }

    private void execute(String sql) {
        Sql.inTransaction(database.source(), connection -> {
            Sql.execute(connection, sql);
            return null;
        });
    }

    private static Movie movie(long id, String title) {
        return new Movie(id, title, 2000, null, List.of("Drama"), List.of(), List.of(), null, null);
    }
}
