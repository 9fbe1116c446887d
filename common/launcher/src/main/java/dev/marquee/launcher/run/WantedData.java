package dev.marquee.launcher.run;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.FolderNames;
import dev.marquee.common.ingest.ImdbFiles;
import dev.marquee.launcher.cli.UsageError;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which data are asked for; the sample where none are.
 *
 * @param folder with a MovieLens release
 * @param imdb folder with IMDb's TSV files
 * @param download the release to download
 */
record WantedData(Optional<Path> folder, Optional<Path> imdb, Optional<Release> download) {

    /** @throws UsageError if one wish contradicts another, or a folder holds nothing of the kind */
    void requireUsable() {
        if (folder.isPresent() && download.isPresent()) {
            throw new UsageError("Give --data or --download, not both.");
        }
        if (imdb.isPresent() && folder.isEmpty() && download.isEmpty()) {
            throw new UsageError("--imdb needs --data or --download: the sample has its credits already.");
        }
        requireThat("--data", folder, FolderNames::format);
        requireThat("--imdb", imdb, ImdbFiles::requireIn);
        if (imdb.isPresent()) {
            requireThat("--imdb", folder, FolderNames::requireLinks);
        }
    }

    private static void requireThat(String option, Optional<Path> folder, Consumer<Path> check) {
        try {
            folder.ifPresent(check);
        } catch (DataRejected e) {
            throw new UsageError(option + ": " + e.getMessage());
        }
    }
}
