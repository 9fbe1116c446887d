package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A folder with the files of one MovieLens release, found out from their names. Immutable; a snapshot of the folder.
 */
public final class DatasetFolder {
    private static final String MOVIES_DAT = "movies.dat";
    private static final String TAGS = "tags.dat";

    private final Path folder;
    private final ReleaseFormat format;
    private final SortedSet<String> names;
    private final boolean guessed;

    private DatasetFolder(Path folder, ReleaseFormat format, SortedSet<String> names, boolean guessed) {
        this.folder = folder;
        this.format = format;
        this.names = names;
        this.guessed = guessed;
    }

    /**
     * Finds out what the folder holds. Of the releases whose files have the same names, 1M describes its users and 10M
     * has tags; where neither is there, the movies file tells.
     *
     * @throws DataRejected saying what was looked for, what is there and what to do, if it is not exactly one release
     */
    public static DatasetFolder detect(Path folder) {
        ReleaseFormat found = FolderNames.format(folder);
        SortedSet<String> names = FolderNames.in(folder);
        boolean guess = found == ReleaseFormat.ML_10M && !names.contains(TAGS);
        return new DatasetFolder(folder, guess && names.contains(MOVIES_DAT)
                ? DatFormat.of(folder.resolve(MOVIES_DAT))
                : found, names, guess);
    }

    /** Tells people what had to be guessed. */
    public void tell(Rejections rejections) {
        if (guessed) {
            rejections.note("There is neither users.dat (1M) nor tags.dat (10M) in " + folder + "; by what movies.dat"
                    + " holds it was read as " + format.title() + ", with " + (format.halfStars() ? "half" : "whole")
                    + " stars. Add the file if that is wrong.");
        }
    }

    /** Tells people which files that describe movies are not there, though the release has them. */
    public void tellWhatIsMissing(Rejections rejections) {
        if (format == ReleaseFormat.CSV) {
            tellIfMissing("links.csv", "movies have no ids of IMDb and TMDB", rejections);
            tellIfMissing("tags.csv", "movies have no tags", rejections);
        }
    }

    private void tellIfMissing(String name, String effect, Rejections rejections) {
        if (!names.contains(name)) {
            rejections.note("There is no " + name + " in " + folder + ": " + effect + "."
                    + FolderNames.packed(names, other -> other.startsWith(name)).map(file -> " Unpack " + file + ".")
                            .orElse(""));
        }
    }

    public Path folder() {
        return folder;
    }

    public ReleaseFormat format() {
        return format;
    }

    /**
     * The ratings file.
     *
     * @throws DataRejected if there is none, or more than one
     */
    public Path ratings() {
        return switch (format) {
            case ML_100K -> required("u.data");
            case CSV -> required("ratings.csv");
            case ML_1M, ML_10M -> onlyRatingsDat();
        };
    }

    private Path onlyRatingsDat() {
        List<String> candidates = names.stream().filter(FolderNames::isRatingsDat).toList();
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
        return switch (format) {
            case ML_100K -> "u.item";
            case CSV -> "movies.csv";
            case ML_1M, ML_10M -> MOVIES_DAT;
        };
    }

    /** The links to IMDb and TMDB; only CSV releases have them. */
    public Optional<Path> links() {
        return format == ReleaseFormat.CSV ? optional("links.csv") : Optional.empty();
    }

    /** The users' tags; 100K has none, and 1M only where somebody added them. */
    public Optional<Path> tags() {
        return switch (format) {
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
                + ", which " + format.title() + " has. There is: " + FolderNames.shown(names) + ". Add the file."));
    }
}
