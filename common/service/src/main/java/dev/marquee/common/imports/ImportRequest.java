package dev.marquee.common.imports;

import dev.marquee.common.ingest.OnError;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to import.
 *
 * @param path a folder with a MovieLens release, on the service's own file system
 * @param imdbPath a folder with IMDb's TSV files, joined through the links; may be {@code null}
 * @param onError what a bad line does; {@code null} means {@link OnError#FAIL}
 * @param conflict what counts where file and database differ; {@code null} means {@link ConflictRule#NEWER}
 */
@Schema(description = "A data folder to import", examples = """
        {"path": "/data/ml-latest-small", "imdbPath": "/data/imdb", "onError": "skip", "conflict": "newer"}""")
public record ImportRequest(
        @NotBlank @Schema(description = "folder with a MovieLens release, as the service sees it") String path,
        @Schema(description = "folder with IMDb's TSV files") String imdbPath,
        @Schema(description = "fail: a bad line changes nothing at all; skip: import the rest", defaultValue = "fail") OnError onError,
        @Schema(description = "newer: the later rating counts, and a movie that was changed or deleted since stays so; file: the file counts; keep: what is there stays, as does what was deleted", defaultValue = "newer") ConflictRule conflict) {

    public ImportRequest {
        onError = onError == null ? OnError.FAIL : onError;
        conflict = conflict == null ? ConflictRule.NEWER : conflict;
    }
}
