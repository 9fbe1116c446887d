package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder with the files of one MovieLens release, found out from their names. Immutable; a snapshot of the folder.
 */
public final class DatasetFolder {
    private static final int NAMES_SHOWN = 12;
    private static final String MOVIES_DAT = "movies.dat";
    private static final String TAGS = "tags.dat";

    private final Path folder;
    private final Release release;
    private final TreeSet<String> names;
    private final boolean guessed;

    private DatasetFolder(Path folder, Release release, TreeSet<String> names, boolean guessed) {
        this.folder = folder;
        this.release = release;
        this.names = names;
        this.guessed = guessed;
    }

    /**
     * Finds out what the folder holds. Of the releases whose files have the same names, 1M describes its users and 10M has
     * tags; where neither is there, the movies file tells.
     *
     * @throws DataRejected saying what was looked for, what is there and what to do, if it is not exactly one release
     */
    public static DatasetFolder detect(Path folder) {
        TreeSet<String> names = namesIn(folder);
        List<Release> found = releasesIn(names);
        if (found.size() == 1) {
            boolean guess = found.getFirst() == Release.ML_10M && !names.contains(TAGS);
            return new DatasetFolder(folder, guess && names.contains(MOVIES_DAT)
                    ? DatRelease.of(folder.resolve(MOVIES_DAT))
                    : found.getFirst(), names, guess);
        }
        if (found.isEmpty()) {
            throw new DataRejected("There is no MovieLens data set in " + folder + ". Looked for ratings.csv and"
                    + " movies.csv (latest-small, 20M, 25M, 32M), ratings.dat and movies.dat (1M, 10M), u.data and"
                    + " u.item (100K). There is: " + shown(names) + ". " + advice(folder, names));
        }
        throw new DataRejected("The folder " + folder + " holds files of several releases: "
                + String.join(", ", found.stream().map(Release::title).toList())
                + ". Put each into a folder of its own and name one of them.");
    }

    private static List<Release> releasesIn(TreeSet<String> names) {
        List<Release> found = new ArrayList<>();
        if (names.contains("ratings.csv") || names.contains("movies.csv")) {
            found.add(Release.CSV);
        }
        if (names.contains(MOVIES_DAT) || names.stream().anyMatch(DatasetFolder::isRatingsDat)) {
            found.add(names.contains("users.dat") ? Release.ML_1M : Release.ML_10M);
        }
        if (names.contains("u.data") || names.contains("u.item")) {
            found.add(Release.ML_100K);
        }
        return found;
    }

    /** Tells people what had to be guessed. */
    public void tell(Rejections rejections) {
        if (guessed) {
            rejections.note("There is neither users.dat (1M) nor tags.dat (10M) in " + folder + "; by what movies.dat"
                    + " holds it was read as " + release.title() + ", with " + (release.halfStars() ? "half" : "whole")
                    + " stars. Add the file if that is wrong.");
        }
    }

    /** Tells people which files that describe movies are not there, though the release has them. */
    public void tellWhatIsMissing(Rejections rejections) {
        if (release == Release.CSV) {
            tellIfMissing("links.csv", "movies have no ids of IMDb and TMDB", rejections);
            tellIfMissing("tags.csv", "movies have no tags", rejections);
        }
    }

    private void tellIfMissing(String name, String effect, Rejections rejections) {
        if (!names.contains(name)) {
            rejections.note("There is no " + name + " in " + folder + ": " + effect + "."
                    + packed(names, other -> other.startsWith(name)).map(file -> " Unpack " + file + ".").orElse(""));
        }
    }

    private static boolean isRatingsDat(String name) {
        return name.startsWith("ratings") && name.endsWith(".dat");
    }

    private static TreeSet<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataRejected(Files.exists(folder)
                    ? folder + " is a file. Name the folder that holds the data set's files."
                    : "There is no folder " + folder + ". Check the path.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            TreeSet<String> names = new TreeSet<>();
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            return names;
        } catch (IOException | UncheckedIOException e) {
            throw new DataRejected("Cannot list the folder " + folder + " (" + e + "). Check that it may be read.", e);
        }
    }

    private static String shown(TreeSet<String> names) {
        if (names.isEmpty()) {
            return "nothing";
        }
        String some = String.join(", ", names.stream().limit(NAMES_SHOWN).toList());
        return names.size() > NAMES_SHOWN ? some + " and " + (names.size() - NAMES_SHOWN) + " more" : some;
    }

    private static String advice(Path folder, TreeSet<String> names) {
        for (String name : names) {
            Path inner = folder.resolve(name);
            if (Files.isDirectory(inner) && Files.isReadable(inner) && !releasesIn(namesIn(inner)).isEmpty()) {
                return "There is one in " + inner + ": name that folder.";
            }
        }
        return packed(names, name -> true).map(name -> "Unpack " + name + " and name the folder that comes out of it.")
                .orElse("Name the folder that holds these files.");
    }

    private static Optional<String> packed(TreeSet<String> names, Predicate<String> wanted) {
        return names.stream().filter(name -> name.matches(".*\\.(zip|gz|tar|tgz|7z)")).filter(wanted).findFirst();
    }

    public Path folder() {
        return folder;
    }

    public Release release() {
        return release;
    }

    /**
     * The ratings file.
     *
     * @throws DataRejected if there is none, or more than one
     */
    public Path ratings() {
        return switch (release) {
            case ML_100K -> required("u.data");
            case CSV -> required("ratings.csv");
            case ML_1M, ML_10M -> onlyRatingsDat();
        };
    }

    private Path onlyRatingsDat() {
        List<String> candidates = names.stream().filter(DatasetFolder::isRatingsDat).toList();
        if (candidates.size() > 1) {
            throw new DataRejected("The folder " + folder + " holds several ratings files: "
                    + String.join(", ", candidates) + ". Leave one of them.");
        }
        return required(candidates.isEmpty() ? "ratings.dat" : candidates.getFirst());
    }

    /**
     * The movies file.
     *
     * @throws DataRejected if there is none
     */
    public Path movies() {
        return required(moviesName());
    }

    /** The movies file, where there is one. */
    public Optional<Path> moviesIfPresent() {
        return optional(moviesName());
    }

    private String moviesName() {
        return switch (release) {
            case ML_100K -> "u.item";
            case CSV -> "movies.csv";
            case ML_1M, ML_10M -> MOVIES_DAT;
        };
    }

    /** The links to IMDb and TMDB; only CSV releases have them. */
    public Optional<Path> links() {
        return release == Release.CSV ? optional("links.csv") : Optional.empty();
    }

    /** The users' tags; 100K has none, and 1M only where somebody added them. */
    public Optional<Path> tags() {
        return switch (release) {
            case CSV -> optional("tags.csv");
            case ML_1M, ML_10M -> optional(TAGS);
            case ML_100K -> Optional.empty();
        };
    }

    private Optional<Path> optional(String name) {
        return names.contains(name) ? Optional.of(folder.resolve(name)) : Optional.empty();
    }

    private Path required(String name) {
        return optional(name).orElseThrow(() -> new DataRejected("There is no " + name + " in " + folder
                + ", which " + release.title() + " has. There is: " + shown(names) + ". Add the file."));
    }
}
