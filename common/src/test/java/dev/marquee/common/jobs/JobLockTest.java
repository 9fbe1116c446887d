package dev.marquee.common.jobs;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.postgres.EmbeddedPostgres;
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
    void kindsOfJobDoNotDisturbEachOther() {
        try (JobLock importing = JobLock.tryAcquire(database, "import").orElseThrow();
                JobLock training = JobLock.tryAcquire(database, "training").orElseThrow()) {
            assertNotSame(importing, training);
        }
    }
}
