package dev.marquee.common.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.Conflict;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.imports.ImportJob.State;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.jobs.JobLock;
import dev.marquee.common.postgres.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of an import, its row tells the truth in the end, and the next one can start. */
class ImportServiceTest {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.withCommonTables();

    @TempDir
    Path folder;

    private final Replica one = new Replica(DATABASE.source());
    private final Replica other = new Replica(DATABASE.source());

    @BeforeEach
    void clear() {
        Sql.update(DATABASE.source(), "delete from import_job");
    }

    @AfterEach
    void stop() throws InterruptedException {
        one.databaseAway = false;
        one.worker.stop();
        other.worker.stop();
    }

    private static long runningRow(boolean cancelRequested) {
        return Sql.rows(DATABASE.source(), row -> row.getLong(1),
                "insert into import_job (state, path, on_error, cancel_requested)"
                        + " values ('running', '/x', 'FAIL', ?) returning id",
                cancelRequested).getFirst();
    }

    private static String state(long id) {
        return Sql.rows(DATABASE.source(), row -> row.getString(1), "select state from import_job where id = ?", id)
                .getFirst();
    }

    private ImportRequest request() {
        return new ImportRequest(folder.toString(), null, OnError.FAIL, ConflictRule.NEWER);
    }

    @Test
    void tellsWhatCameOfIt() {
        long id = one.start(folder);
        assertEquals(State.RUNNING, one.service.get(id).state());
        one.step = rejections -> {
            rejections.add("ratings.csv", 7, "rating is NaN", "1,1,NaN,5");
            rejections.note("There is no tags.csv.");
            return Map.of("ratings", 9L);
        };
        ImportJob job = one.end(id);
        assertEquals(State.COMPLETED, job.state());
        assertEquals(Map.of("ratings", 9L), job.counts());
        assertEquals(1, job.rejectedTotal());
        assertEquals(7, job.rejected().getFirst().line());
        assertEquals(List.of("There is no tags.csv."), job.notes());
        assertEquals(1.0, job.fraction());
        assertNull(job.error());
    }

    @Test
    void aFailureKeepsItsReasonAndWhatWasLeftOut() {
        long id = one.start(folder);
        one.step = rejections -> {
            rejections.note("Nothing fits.");
            throw new DataRejected("No line can be used.");
        };
        ImportJob job = one.end(id);
        assertEquals(State.FAILED, job.state());
        assertEquals("No line can be used.", job.error());
        assertEquals(List.of("Nothing fits."), job.notes());
    }

    @Test
    void anEndIsStoredWhenTheDatabaseIsBack() throws InterruptedException {
        CountDownLatch away = new CountDownLatch(1);
        long id = one.start(folder);
        one.step = rejections -> {
            one.databaseAway = true;
            away.countDown();
            throw new IllegalStateException("The import failed", new SQLException("I/O error.", "08006"));
        };
        assertTrue(away.await(60, TimeUnit.SECONDS));
        TimeUnit.MILLISECONDS.sleep(1500);
        assertEquals("running", state(id), "nothing can be stored yet");
        assertTrue(one.worker.isBusy());
        one.databaseAway = false;
        ImportJob job = one.end(id);
        assertEquals(State.FAILED, job.state());
        assertEquals(
                "The database went away during this import: I/O error. GET /api/v1/stats tells what is there; start"
                        + " it again.",
                job.error());
        one.step = rejections -> Map.of();
        long next = one.service.start(request()).id();
        assertEquals(State.COMPLETED, one.end(next).state());
    }

    @Test
    void whoImportedKnowsBetterThanWhoCalledItInterrupted() throws InterruptedException {
        CountDownLatch away = new CountDownLatch(1);
        long id = one.start(folder);
        one.step = rejections -> {
            one.databaseAway = true;
            away.countDown();
            return Map.of("ratings", 3L);
        };
        assertTrue(away.await(60, TimeUnit.SECONDS));
        terminateLock();
        assertEquals(State.INTERRUPTED, other.service.get(id).state());
        one.databaseAway = false;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!state(id).equals("completed") && System.nanoTime() < deadline) {
            Replica.pause();
        }
        assertEquals(Map.of("ratings", 3L), one.service.get(id).counts());
    }

    private static void terminateLock() {
        long ended = Sql
                .rows(DATABASE.source(), row -> row.getBoolean(1), "select pg_terminate_backend(pid) from pg_locks"
                        + " where locktype = 'advisory' and granted")
                .size();
        assertEquals(1, ended);
    }

    @Test
    void anImportThatLostItsLockEnds() {
        long id = one.start(folder);
        terminateLock();
        one.worker.watch();
        ImportJob job = one.end(id);
        assertEquals(State.INTERRUPTED, job.state());
        assertEquals(ImportEnd.INTERRUPTED, job.error());
        long next = other.start(folder);
        other.step = rejections -> Map.of();
        assertEquals(State.COMPLETED, other.end(next).state());
    }

    @Test
    void anImportThatIsCalledEndedStops() {
        long id = one.start(folder);
        Sql.update(DATABASE.source(), "update import_job set state = 'interrupted' where id = ?", id);
        one.worker.watch();
        while (one.worker.isBusy()) {
            Replica.pause();
        }
        assertEquals(State.INTERRUPTED, one.service.get(id).state());
    }

    @Test
    void cancelling() {
        long id = one.start(folder);
        assertEquals(id, one.service.cancel(id).id());
        ImportJob job = one.end(id);
        assertEquals(State.CANCELLED, job.state());
        assertEquals("It was cancelled.", job.error());
        assertEquals(job, one.service.cancel(id), "what has ended stays as it is");
        assertThrows(UnknownId.class, () -> one.service.cancel(id + 1000));
    }

    @Test
    void cancellingThroughAnotherReplica() {
        long id = one.start(folder);
        assertEquals(State.RUNNING, other.service.cancel(id).state());
        one.worker.watch();
        assertEquals(State.CANCELLED, one.end(id).state());
    }

    @Test
    void anImportOfADeadServiceIsInterruptedWhoeverAsks() {
        long asked = runningRow(false);
        ImportJob job = one.service.get(asked);
        assertEquals(State.INTERRUPTED, job.state());
        assertEquals(ImportEnd.INTERRUPTED, job.error());
        long listed = runningRow(false);
        assertEquals(List.of(State.INTERRUPTED, State.INTERRUPTED),
                one.service.list(0, 5).stream().map(ImportJob::state).toList());
        assertEquals("interrupted", state(listed));
        long looked = runningRow(false);
        one.service.markInterrupted();
        assertEquals("interrupted", state(looked));
        long cancelled = runningRow(false);
        assertEquals(State.CANCELLED, one.service.cancel(cancelled).state());
        assertEquals("It was cancelled.", one.service.get(cancelled).error());
        assertEquals(State.CANCELLED, one.service.get(runningRow(true)).state());
    }

    @Test
    void whileItsLockIsHeldAnImportIsNotInterrupted() {
        long id = runningRow(false);
        try (JobLock lock = JobLock.tryAcquire(DATABASE.source(), "import").orElseThrow()) {
            assertEquals(State.RUNNING, one.service.get(id).state());
            assertTrue(lock.isHeld());
        }
        assertEquals(State.INTERRUPTED, one.service.get(id).state());
    }

    @Test
    void onlyOneAtATimeAndTheNextAtOnce() {
        long id = one.start(folder);
        for (Replica replica : List.of(one, other)) {
            Conflict conflict = assertThrows(Conflict.class, () -> replica.service
                    .start(request()));
            assertEquals(Long.toString(id), conflict.runningId());
            assertTrue(conflict.getMessage().contains("DELETE /api/v1/imports/" + id), conflict.getMessage());
        }
        one.step = rejections -> Map.of();
        one.end(id);
        for (int i = 0; i < 20; i++) {
            Replica replica = i % 2 == 0 ? other : one;
            replica.step = rejections -> Map.of();
            replica.end(replica.service.start(request()).id());
        }
    }
}
