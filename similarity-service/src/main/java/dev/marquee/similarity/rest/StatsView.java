package dev.marquee.similarity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marquee.similarity.app.Snapshot;
import dev.marquee.similarity.catalogue.CatalogueCounts;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much there is.
 */
@Schema(name = "Stats", description = "How much the catalogue holds")
public record StatsView(@Schema(examples = "9742") long movies,
        @Schema(description = "with at least one credit", examples = "10594") long people,
        @Schema(examples = "33512") long credits,
        @Schema(description = "pairs of movie and tag", examples = "3549") long tags,
        @Schema(description = "null while the catalogue is being loaded") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Index index) {

    /** The index that answers come from. */
    @Schema(name = "IndexStats", description = "The index that answers come from")
    public record Index(@Schema(examples = "9742") int movies, @Schema(examples = "19") int genres,
            @Schema(description = "distinct ones", examples = "24117") int features,
            @Schema(description = "when the whole of it was last built") Instant builtAt,
            @Schema(examples = "0.21") double buildSeconds) {}

    static StatsView of(CatalogueCounts counts, @Nullable Snapshot snapshot) {
        return new StatsView(counts.movies(), counts.people(), counts.credits(), counts.tags(),
                snapshot == null
                        ? null
                        : new Index(snapshot.size(), snapshot.genres().size(),
                                snapshot.index().featureCount(), snapshot.builtAt(),
                                snapshot.buildTime().toNanos() / 1e9));
    }
}
