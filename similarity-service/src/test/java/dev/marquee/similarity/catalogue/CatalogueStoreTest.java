package dev.marquee.similarity.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogueStoreTest {
    private static final Movie STRANGE = new Movie(7, "Tab\tand \\ \"quotes\" {braces}, \\N", null, null,
            List.of("Sci-Fi", "a \"b\" \\c, {d}", "NULL"),
            List.of(new Credit("nm1", "Ann\tO'\\Neil", Credit.Role.DIRECTOR, 1)),
            List.of(new TagCount("wow, \"so\" \\good", 3), new TagCount("a", 3), new TagCount("b", 1)), null, null);
    private static final Movie PLAIN = new Movie(3_000_000_000L, "Åsa-Nisse 映画", 1949, 80, List.of("Comedy"),
            List.of(new Credit("nm1", "Ann\tO'\\Neil", Credit.Role.DIRECTOR, 1),
                    new Credit("nm2", "Bo", Credit.Role.ACTOR, 1),
                    new Credit("nm1", "Ann\tO'\\Neil", Credit.Role.ACTOR, 2)),
            List.of(), "0042001", 5_000_000_000L);

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.withServiceTables();

    private final DataSource database = DATABASE.source();
    private final ChangeSender sender = new ChangeSender();
    private CatalogueStore store;

    @BeforeEach
    void empty() throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("truncate movie, person, credit, movie_tag");
        }
        store = new CatalogueStore(database);
    }

    @Test
    void whatIsWrittenIsReadBackExactly() {
        write(List.of(PLAIN, STRANGE));
        assertEquals(List.of(STRANGE, PLAIN), store.all());
        assertEquals(List.of(PLAIN), store.some(List.of(PLAIN.movieId(), 99L)));
        assertEquals(List.of(), store.some(List.of()));
    }

    @Test
    void moviesOfTheFilesAreReplacedAndOthersStay() throws SQLException {
        write(List.of(PLAIN, STRANGE));
        Movie changed = new Movie(7, "Changed", 2000, null, List.of(),
                List.of(new Credit("nm2", "Bo B.", Credit.Role.ACTOR, 1)), List.of(new TagCount("new", 1)), "1", null);
        Movie added = new Movie(8, "Added", null, null, List.of(), List.of(), List.of(), null, null);
        write(List.of(changed, added));
        List<Movie> all = store.all();
        assertEquals(List.of(changed, added), all.subList(0, 2));
        assertEquals("Bo B.", all.get(2).credits().get(1).name(), "a person has one name in all movies");
        write(List.of(new Movie(PLAIN.movieId(), "No one", null, null, List.of(), List.of(), List.of(), null, null)));
        assertEquals(1, count("person"), "people without a credit are forgotten");
    }

    @Test
    void beforeTheCommitNothingIsSeenAndWithoutItNothingStays() {
        write(List.of(STRANGE));
        List<List<Movie>> seen = new ArrayList<>();
        store.write(List.of(PLAIN), ConflictRule.FILE, sender, IngestProgress.NONE, (will, commit) -> {
            seen.add(will);
            seen.add(store.all());
        });
        assertEquals(List.of(List.of(STRANGE, PLAIN), List.of(STRANGE)), seen);
        assertEquals(List.of(STRANGE), store.all());
        assertThrows(IllegalStateException.class,
                () -> store.write(List.of(PLAIN), ConflictRule.FILE, sender, IngestProgress.NONE,
                        (will, commit) -> {
                            throw new IllegalStateException("no index");
                        }));
        assertEquals(List.of(STRANGE), store.all());
    }

    @Test
    void aCancelledImportChangesNothing() {
        write(List.of(STRANGE));
        IngestProgress cancelled = new IngestProgress() {
            @Override
            public void report(String phase, long rows, long done, long total) {
                assertTrue(done <= total || total == 0);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> store.write(List.of(PLAIN), ConflictRule.FILE, sender, cancelled,
                        (will, commit) -> commit.run()));
        assertEquals(List.of(STRANGE), store.all());
    }

    @Test
    void theReplicasAreToldOfACommit() throws InterruptedException {
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        CountDownLatch listening = new CountDownLatch(1);
        try (var listener = DATABASE.notifications().listen(ChangeSender.CHANNEL, listening::countDown,
                messages::add)) {
            assertTrue(listening.await(20, TimeUnit.SECONDS));
            store.write(List.of(PLAIN), ConflictRule.FILE, sender, IngestProgress.NONE, (will, commit) -> {});
            write(List.of(PLAIN));
            String message = messages.poll(20, TimeUnit.SECONDS);
            assertTrue(sender.read(message).everything());
            assertTrue(sender.read(message).own());
            assertFalse(new ChangeSender().read(message).own());
            assertTrue(messages.isEmpty(), "what was rolled back is not told");
        }
    }

    @Test
    void messagesNameMoviesUntilTheyAreTooMany() {
        assertEquals(List.of(5L, 6L),
                Arrays.stream(sender.read(sender.message(List.of(5L, 6L))).movieIds()).boxed().toList());
        List<Long> many = LongStream.range(1_000_000, 1_002_000).boxed().toList();
        assertTrue(sender.read(sender.message(many)).everything());
    }

    private void write(List<Movie> movies) {
        store.write(movies, ConflictRule.FILE, sender, IngestProgress.NONE, (will, commit) -> commit.run());
    }

    private long count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }
}
