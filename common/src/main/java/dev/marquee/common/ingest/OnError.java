package dev.marquee.common.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an import does about a line that it cannot use.
 */
public enum OnError {
    /** The import ends and changes nothing. */
    @JsonProperty("fail")
    FAIL,
    /** The line is left out, counted and listed; the rest is imported. */
    @JsonProperty("skip")
    SKIP
}
