package dev.marquee.cf.app.training;

/**
 * The right to write for a training. A training that is gone on with elsewhere, because whoever ran it lost the
 * trainings' lock, is another run of it; what an earlier run still wants to write is refused by the database, in the
 * transaction that would write it.
 *
 * @param id of the training
 * @param run which start of it, from 0
 */
record Claim(long id, long run) {

    /** Of a training that was just begun. */
    static Claim first(long id) {
        return new Claim(id, 0);
    }
}
