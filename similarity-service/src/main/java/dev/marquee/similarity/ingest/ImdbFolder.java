package dev.marquee.similarity.ingest;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.Delimiter;
import dev.marquee.common.ingest.ImdbFiles;
import dev.marquee.common.ingest.TextTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with IMDb's public files, unpacked. IMDb offers them for personal, non-commercial use.
 *
 * @param folder with the four files that are used
 */
record ImdbFolder(Path folder) {
    /**
     * @throws DataRejected if a file is missing
     */
    ImdbFolder {
        ImdbFiles.requireIn(folder);
    }

    /** Columns tconst, startYear, runtimeMinutes. */
    TextTable titles() {
        return table(ImdbFiles.TITLES, "tconst", "startYear", "runtimeMinutes");
    }

    /** Columns tconst, directors. */
    TextTable crew() {
        return table(ImdbFiles.CREW, "tconst", "directors");
    }

    /** Columns tconst, ordering, nconst, category. */
    TextTable principals() {
        return table(ImdbFiles.PRINCIPALS, "tconst", "ordering", "nconst", "category");
    }

    /** Columns nconst, primaryName. */
    TextTable names() {
        return table(ImdbFiles.NAMES, "nconst", "primaryName");
    }

    private TextTable table(String name, String... columns) {
        return new TextTable(folder.resolve(name), StandardCharsets.UTF_8, Delimiter.TAB, true, List.of(columns));
    }
}
