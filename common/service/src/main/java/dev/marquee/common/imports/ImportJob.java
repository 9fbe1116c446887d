package dev.marquee.common.imports;

import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.RejectedLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of one import.
 *
 * @param imdbPath the folder with IMDb's files, or {@code null}
 * @param finishedAt {@code null} while it runs
 * @param phase what it is doing, such as the file that it reads
 * @param rowsRead rows read in this phase
 * @param fraction how much of the whole is done, 0 to 1
 * @param counts what was imported, by kind
 * @param rejectedTotal how many lines were left out
 * @param rejected the first of them
 * @param notes what else people should know of it, such as a file that was missing
 * @param error why it failed, else {@code null}
 */
public record ImportJob(long id, State state, String path, @Nullable String imdbPath, OnError onError,
        ConflictRule conflict, Instant startedAt, @Nullable Instant finishedAt, String phase, long rowsRead,
        double fraction, Map<String, Long> counts, long rejectedTotal, List<RejectedLine> rejected, List<String> notes,
        @Nullable String error) {

    /** The states of a job; only {@code running} can change. */
    public enum State {
        RUNNING, COMPLETED, FAILED, CANCELLED, INTERRUPTED
    }

    public boolean running() {
        return state == State.RUNNING;
    }
}
