package dev.marquee.similarity.catalogue;

import java.util.Locale;

/**
 * The lock that every transaction that writes the catalogue takes first and keeps to its end, over all replicas:
 * PostgreSQL's transaction-level advisory lock. Reading needs no lock.
 */
final class CatalogueLock {
    /** "Marquee" and "catalogue", in a number that no other lock of the database uses. */
    private static final long KEY = 0x4d61_7271_6361_7461L;

    /** Waits for the lock; yields one row with a number, because drivers do not know the type {@code void}. */
    static final String TAKE = String.format(Locale.ROOT, "select count(*) from pg_advisory_xact_lock(%d)", KEY);

    private CatalogueLock() {}
}
