package dev.marquee.common.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.postgres.EmbeddedPostgres;
import dev.marquee.common.postgres.Sql;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class JobLockTest {
    private static EmbeddedPostgres server;
    private static PGSimpleDataSource database;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.temporary();
        database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl());
        database.setUser(server.user());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void onlyOneHolderAtATime() {
        JobLock first = JobLock.tryAcquire(database, "import").orElseThrow();
        assertTrue(JobLock.tryAcquire(database, "import").isEmpty());
        first.close();
        JobLock.tryAcquire(database, "import").orElseThrow().close();
    }

    @Test
    void aLockWhoseConnectionIsLostIsNotHeldAndNeverComesBack() {
        JobLock first = JobLock.tryAcquire(database, "import").orElseThrow();
        assertTrue(first.isHeld());
        assertEquals(1, endHolder().size());
        assertFalse(first.isHeld());
        try (JobLock second = JobLock.tryAcquire(database, "import").orElseThrow()) {
            assertFalse(first.isHeld());
            first.close();
            assertTrue(second.isHeld());
            assertTrue(JobLock.tryAcquire(database, "import").isEmpty());
        }
    }

    /** Keys are 64 bits, and the database lists them in halves, of which the lower one may look negative. */
    @Test
    void whateverItsNameALockKnowsWhetherItIsHeld() {
        for (String name : List.of("", "import", "training", "polygenelubricants", "a lock of another name")) {
            try (JobLock lock = JobLock.tryAcquire(database, name).orElseThrow()) {
                assertTrue(lock.isHeld(), name);
            }
        }
    }

    private static List<Boolean> endHolder() {
        return Sql.rows(database, row -> row.getBoolean(1),
                "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and granted");
    }

    @Test
    void kindsOfJobDoNotDisturbEachOther() {
        try (JobLock importing = JobLock.tryAcquire(database, "import").orElseThrow();
                JobLock training = JobLock.tryAcquire(database, "training").orElseThrow()) {
            assertNotSame(importing, training);
        }
    }
}
