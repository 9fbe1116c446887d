package dev.marquee.common.rest;

import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.imports.ImportRequest;
import dev.marquee.common.ingest.OnError;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to import, as it is asked for.
 *
 * @param imdbPath may be {@code null}
 * @param onError {@code null}: {@link OnErrorView#FAIL}
 * @param conflict {@code null}: {@link ConflictRuleView#NEWER}
 */
@Schema(name = "ImportRequest", description = "A data folder to import", examples = """
        {"path": "/data/ml-latest-small", "imdbPath": "/data/imdb", "onError": "skip", "conflict": "newer"}""")
public record ImportInput(
        @NotBlank @Schema(description = "folder with a MovieLens release, as the service sees it") String path,
        @Schema(description = "folder with IMDb's TSV files") @Nullable String imdbPath,
        @Schema(description = "fail: a bad line changes nothing at all; skip: import the rest",
                defaultValue = "fail") @Nullable OnErrorView onError,
        @Schema(description = "newer: the later rating counts, and a movie that was changed or deleted since stays so; file: the file counts; keep: what is there stays, as does what was deleted",
                defaultValue = "newer") @Nullable ConflictRuleView conflict) {

    ImportRequest request() {
        return new ImportRequest(path, imdbPath, onError == null ? OnError.FAIL : onError.rule(),
                conflict == null ? ConflictRule.NEWER : conflict.rule());
    }
}
