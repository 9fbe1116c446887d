package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.io.IoReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the names of a folder's files say of it. Uses nothing but the JDK, as {@code ./run} asks it before anything is
 * built.
 */
public final class FolderNames {
    private static final int NAMES_SHOWN = 12;

    private FolderNames() {}

    /**
     * The release whose files are there; 10M where it may be 1M as well.
     *
     * @throws DataRejected saying what was looked for, what is there and what to do, if it is not exactly one release
     */
    public static ReleaseFormat format(Path folder) {
        SortedSet<String> names = in(folder);
        List<ReleaseFormat> found = formatsIn(names);
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw new DataRejected("There is no MovieLens data set in " + folder + ". Looked for ratings.csv and"
                    + " movies.csv (latest-small, 20M, 25M, 32M), ratings.dat and movies.dat (1M, 10M), u.data and"
                    + " u.item (100K). There is: " + shown(names) + ". " + advice(folder, names));
        }
        throw new DataRejected("The folder " + folder + " holds files of several releases: "
                + String.join(", ", found.stream().map(ReleaseFormat::title).toList())
                + ". Put each into a folder of its own and name one of them.");
    }

    /**
     * Requires links, through which IMDb's files are joined; only CSV releases have them.
     *
     * @throws DataRejected if there are none
     */
    public static void requireLinks(Path folder) {
        ReleaseFormat format = format(folder);
        if (format != ReleaseFormat.CSV || !in(folder).contains("links.csv")) {
            throw new DataRejected("IMDb's files are joined to movies through links.csv, and " + folder + " ("
                    + format.title() + ") has none. Import it without IMDb, or a release with links.");
        }
    }

    private static List<ReleaseFormat> formatsIn(SortedSet<String> names) {
        List<ReleaseFormat> found = new ArrayList<>();
        if (names.contains("ratings.csv") || names.contains("movies.csv")) {
            found.add(ReleaseFormat.CSV);
        }
        if (names.contains("movies.dat") || names.stream().anyMatch(FolderNames::isRatingsDat)) {
            found.add(names.contains("users.dat") ? ReleaseFormat.ML_1M : ReleaseFormat.ML_10M);
        }
        if (names.contains("u.data") || names.contains("u.item")) {
            found.add(ReleaseFormat.ML_100K);
        }
        return found;
    }

    static boolean isRatingsDat(String name) {
        return name.startsWith("ratings") && name.endsWith(".dat");
    }

    static SortedSet<String> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataRejected(Files.exists(folder)
                    ? folder + " is a file. Name the folder that holds the data set's files."
                    : "There is no folder " + folder + ". Check the path.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            SortedSet<String> names = new TreeSet<>();
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            return names;
        } catch (IOException | UncheckedIOException e) {
            throw new DataRejected(
                    "Cannot list the folder " + folder + " (" + IoReason.of(e) + "). Check that it may be read.", e);
        }
    }

    static String shown(SortedSet<String> names) {
        if (names.isEmpty()) {
            return "nothing";
        }
        String some = String.join(", ", names.stream().limit(NAMES_SHOWN).toList());
        return names.size() > NAMES_SHOWN ? some + " and " + (names.size() - NAMES_SHOWN) + " more" : some;
    }

    private static String advice(Path folder, SortedSet<String> names) {
        for (String name : names) {
            Path inner = folder.resolve(name);
            if (Files.isDirectory(inner) && Files.isReadable(inner) && !formatsIn(in(inner)).isEmpty()) {
                return "There is one in " + inner + ": name that folder.";
            }
        }
        return packed(names, name -> true).map(name -> "Unpack " + name + " and name the folder that comes out of it.")
                .orElse("Name the folder that holds these files.");
    }

    /** The first archive of which the name is wanted. */
    static Optional<String> packed(SortedSet<String> names, Predicate<String> wanted) {
        return names.stream().filter(name -> name.matches(".*\\.(zip|gz|tar|tgz|7z)")).filter(wanted).findFirst();
    }
}
