package dev.marquee.common.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.common.ingest.RejectedLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The record of one import. The OpenAPI document calls pages of it by its name.
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
@Schema(description = "An import, running or finished")
public record ImportJob(@Schema(examples = "3") long id, State state, String path, @Nullable String imdbPath,
        OnErrorView onError, ConflictRuleView conflict, Instant startedAt, @Nullable Instant finishedAt,
        @Schema(examples = "ratings.csv") String phase, long rowsRead, @Schema(examples = "0.4") double fraction,
        @Schema(examples = "{\"ratings\": 100836, \"users\": 610}") Map<String, Long> counts, long rejectedTotal,
        List<Rejected> rejected,
        @Schema(examples = "[\"There is no tags.csv in /data/ml-small: movies have no tags.\"]") List<String> notes,
        @Nullable String error) {

    /** The states of a job; only {@code running} can change. */
    public enum State {
        @JsonProperty("running")
        RUNNING, @JsonProperty("completed")
        COMPLETED, @JsonProperty("failed")
        FAILED, @JsonProperty("cancelled")
        CANCELLED, @JsonProperty("interrupted")
        INTERRUPTED
    }

    /**
     * A line that was left out.
     *
     * @param file name of the file, without its folder
     * @param line from 1
     * @param reason what is wrong with it, in words for people
     * @param text the line's beginning
     */
    @Schema(name = "RejectedLine")
    public record Rejected(String file, long line, String reason, String text) {
        private static Rejected of(RejectedLine line) {
            return new Rejected(line.file(), line.line(), line.reason(), line.text());
        }
    }

    static ImportJob of(dev.marquee.common.imports.ImportJob job) {
        return new ImportJob(job.id(), State.valueOf(job.state().name()), job.path(), job.imdbPath(),
                OnErrorView.of(job.onError()), ConflictRuleView.of(job.conflict()), job.startedAt(), job.finishedAt(),
                job.phase(), job.rowsRead(), job.fraction(), job.counts(), job.rejectedTotal(),
                job.rejected().stream().map(Rejected::of).toList(), job.notes(), job.error());
    }
}
