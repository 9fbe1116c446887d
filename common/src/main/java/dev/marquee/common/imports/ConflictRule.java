package dev.marquee.common.imports;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What counts where a file and the database both have a say: a rating, or a movie, that was changed or deleted since.
 */
public enum ConflictRule {
    /** The later word counts, be it of the file or of somebody who rated, changed or deleted. */
    @JsonProperty("newer")
    NEWER,
    /** The file counts, whatever is there. */
    @JsonProperty("file")
    FILE,
    /** What is there stays, what was deleted stays deleted; the file adds what is new. */
    @JsonProperty("keep")
    KEEP
}
