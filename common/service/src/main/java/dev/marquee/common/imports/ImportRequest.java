package dev.marquee.common.imports;

import dev.marquee.common.ingest.OnError;
import org.jspecify.annotations.Nullable;

/**
 * What to import.
 *
 * @param path a folder with a MovieLens release, on the service's own file system
 * @param imdbPath a folder with IMDb's TSV files, joined through the links; may be {@code null}
 * @param onError what a bad line does
 * @param conflict what counts where file and database differ
 */
public record ImportRequest(String path, @Nullable String imdbPath, OnError onError, ConflictRule conflict) {}
