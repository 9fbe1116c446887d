package dev.marquee.common.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.common.ingest.OnError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import does about a line that it cannot use.
 */
@Schema(name = "OnError")
public enum OnErrorView {
    @JsonProperty("fail")
    FAIL, @JsonProperty("skip")
    SKIP;

    static OnErrorView of(OnError rule) {
        return valueOf(rule.name());
    }

    OnError rule() {
        return OnError.valueOf(name());
    }
}
