package dev.marquee.similarity.ingest;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.Delimiter;
import dev.marquee.common.ingest.TextTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with IMDb's public files, unpacked. IMDb offers them for personal, non-commercial use.
 *
 * @param folder with the four files that are used
 */
record ImdbFolder(Path folder) {
    private static final String TITLES = "title.basics.tsv";
    private static final String CREW = "title.crew.tsv";
    private static final String PRINCIPALS = "title.principals.tsv";
    private static final String NAMES = "name.basics.tsv";

    /**
     * @throws DataRejected if a file is missing
     */
    ImdbFolder {
        List<String> missing = new ArrayList<>();
        for (String name : List.of(TITLES, CREW, PRINCIPALS, NAMES)) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            boolean packed = missing.stream().anyMatch(name -> Files.exists(folder.resolve(name + ".gz")));
            throw new DataRejected("The IMDb folder " + folder + " lacks " + String.join(", ", missing) + ". "
                    + (packed
                            ? "Unpack the .gz files (gunzip) and import again."
                            : "Put IMDb's four files title.basics, title.crew, title.principals and name.basics (.tsv)"
                                    + " there, or import without IMDb."));
        }
    }

    /** Columns tconst, startYear, runtimeMinutes. */
    TextTable titles() {
        return table(TITLES, "tconst", "startYear", "runtimeMinutes");
    }

    /** Columns tconst, directors. */
    TextTable crew() {
        return table(CREW, "tconst", "directors");
    }

    /** Columns tconst, ordering, nconst, category. */
    TextTable principals() {
        return table(PRINCIPALS, "tconst", "ordering", "nconst", "category");
    }

    /** Columns nconst, primaryName. */
    TextTable names() {
        return table(NAMES, "nconst", "primaryName");
    }

    private TextTable table(String name, String... columns) {
        return new TextTable(folder.resolve(name), StandardCharsets.UTF_8, Delimiter.TAB, true, List.of(columns));
    }
}
