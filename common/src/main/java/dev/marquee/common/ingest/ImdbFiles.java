package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of IMDb that are used. IMDb offers them for personal, non-commercial use.
 */
public final class ImdbFiles {
    public static final String TITLES = "title.basics.tsv";
    public static final String CREW = "title.crew.tsv";
    public static final String PRINCIPALS = "title.principals.tsv";
    public static final String NAMES = "name.basics.tsv";
    public static final List<String> ALL = List.of(TITLES, CREW, PRINCIPALS, NAMES);

    private ImdbFiles() {}

    /**
     * @throws DataRejected if the folder lacks one
     */
    public static void requireIn(Path folder) {
        List<String> missing = ALL.stream().filter(name -> !Files.isRegularFile(folder.resolve(name))).toList();
        if (missing.isEmpty()) {
            return;
        }
        boolean packed = missing.stream().anyMatch(name -> Files.exists(folder.resolve(name + ".gz")));
        throw new DataRejected("The IMDb folder " + folder + " lacks " + String.join(", ", missing) + ". "
                + (packed
                        ? "Unpack the .gz files (gunzip) and try again."
                        : "Put IMDb's four files title.basics, title.crew, title.principals and name.basics (.tsv)"
                                + " there, or do without IMDb."));
    }
}
