package dev.marquee.common.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.common.imports.ConflictRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What counts where a file and the database both have a say.
 */
@Schema(name = "ConflictRule")
public enum ConflictRuleView {
    @JsonProperty("newer")
    NEWER, @JsonProperty("file")
    FILE, @JsonProperty("keep")
    KEEP;

    static ConflictRuleView of(ConflictRule rule) {
        return valueOf(rule.name());
    }

    ConflictRule rule() {
        return ConflictRule.valueOf(name());
    }
}
