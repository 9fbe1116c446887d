package dev.marquee.common.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.postgres.Sql;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobLockTest {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.empty();

    @Test
    void onlyOneHolderAtATime() {
        JobLock first = JobLock.tryAcquire(DATABASE.source(), "import").orElseThrow();
        assertTrue(JobLock.tryAcquire(DATABASE.source(), "import").isEmpty());
        first.close();
        JobLock.tryAcquire(DATABASE.source(), "import").orElseThrow().close();
    }

    @Test
    void aLockWhoseConnectionIsLostIsNotHeldAndNeverComesBack() {
        JobLock first = JobLock.tryAcquire(DATABASE.source(), "import").orElseThrow();
        assertTrue(first.isHeld());
        assertEquals(1, endHolder().size());
        assertFalse(first.isHeld());
        try (JobLock second = JobLock.tryAcquire(DATABASE.source(), "import").orElseThrow()) {
            assertFalse(first.isHeld());
            first.close();
            assertTrue(second.isHeld());
            assertTrue(JobLock.tryAcquire(DATABASE.source(), "import").isEmpty());
        }
    }

    /** Keys are 64 bits, and the database lists them in halves, of which the lower one may look negative. */
    @Test
    void whateverItsNameALockKnowsWhetherItIsHeld() {
        for (String name : List.of("", "import", "training", "polygenelubricants", "a lock of another name")) {
            try (JobLock lock = JobLock.tryAcquire(DATABASE.source(), name).orElseThrow()) {
                assertTrue(lock.isHeld(), name);
            }
        }
    }

    private static List<Boolean> endHolder() {
        return Sql.rows(DATABASE.source(), row -> row.getBoolean(1),
                "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and granted");
    }

    @Test
    void kindsOfJobDoNotDisturbEachOther() {
        try (JobLock importing = JobLock.tryAcquire(DATABASE.source(), "import").orElseThrow();
                JobLock training = JobLock.tryAcquire(DATABASE.source(), "training").orElseThrow()) {
            assertNotSame(importing, training);
        }
    }
}
