package dev.marquee.common.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.RejectedLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The record of one import.
 *
 * @param phase what it is doing, such as the file that it reads
 * @param rowsRead rows read in this phase
 * @param fraction how much of the whole is done, 0 to 1
 * @param counts what was imported, by kind
 * @param rejectedTotal how many lines were left out
 * @param rejected the first of them
 * @param notes what else people should know of it, such as a file that was missing
 * @param error why it failed, else {@code null}
 */
@Schema(description = "An import, running or finished")
public record ImportJob(@Schema(examples = "3") long id, State state, String path, String imdbPath, OnError onError,
        ConflictRule conflict, Instant startedAt, Instant finishedAt, @Schema(examples = "ratings.csv") String phase,
        long rowsRead,
        @Schema(examples = "0.4") double fraction,
        @Schema(examples = "{\"ratings\": 100836, \"users\": 610}") Map<String, Long> counts, long rejectedTotal,
        List<RejectedLine> rejected,
        @Schema(examples = "[\"There is no tags.csv in /data/ml-small: movies have no tags.\"]") List<String> notes,
        String error) {

    /** The states of a job; only {@code running} can change. */
    public enum State {
        @JsonProperty("running")
        RUNNING, @JsonProperty("completed")
        COMPLETED, @JsonProperty("failed")
        FAILED, @JsonProperty("cancelled")
        CANCELLED, @JsonProperty("interrupted")
        INTERRUPTED
    }

    public boolean running() {
        return state == State.RUNNING;
    }
}
