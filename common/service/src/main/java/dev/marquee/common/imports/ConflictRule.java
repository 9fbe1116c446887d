package dev.marquee.common.imports;

/**
 * What counts where a file and the database both have a say: a rating, or a movie, that was changed or deleted since.
 */
public enum ConflictRule {
    /**
     * What was said later counts. A rating of a file has its time; a movie of a file has none, so what somebody changed
     * or deleted is taken to be later.
     */
    NEWER,
    /** The file counts, whatever is there. */
    FILE,
    /** What is there stays, and what was deleted stays so; the file adds what is new. */
    KEEP
}
