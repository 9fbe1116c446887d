package dev.marquee.common.ingest;

/**
 * Watches a running import and may stop it. Called from the threads that read, several times a second at most, so an
 * implementation is thread-safe and quick.
 */
public interface IngestProgress {
    /** Watches nothing. */
    IngestProgress NONE = (phase, rows, done, total) -> {};

    /**
     * Tells how far a phase has come.
     *
     * @param phase a file's name, or a step such as {@code index}
     * @param rows rows of the phase so far
     * @param done bytes (or, in a step without a file, steps) done
     * @param total of the same unit; 0 where unknown
     */
    void report(String phase, long rows, long done, long total);

    /**
     * Whether to stop. Readers ask often and then end with a {@link java.util.concurrent.CancellationException}, which
     * leaves nothing behind.
     */
    default boolean cancelled() {
        return false;
    }
}
