package dev.marquee.common.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables of the MovieLens releases and the columns in which they are read.
 */
public final class MovieLensTables {
    /** The genres of 100K, in the order of its flags; the first stands for none. */
    public static final List<String> GENRES_100K = List.of("unknown", "Action", "Adventure", "Animation", "Children's",
            "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "Musical", "Mystery",
            "Romance", "Sci-Fi", "Thriller", "War", "Western");

    /** Where the flags of {@link #GENRES_100K} begin among the columns of the movies table of 100K. */
    public static final int FIRST_GENRE_100K = 5;

    private static final List<String> MOVIES_100K = Stream
            .concat(Stream.of("movieId", "title", "released", "releasedOnVideo", "url"),
                    GENRES_100K.stream())
            .toList();

    private MovieLensTables() {}

    /** Columns userId, movieId, rating, timestamp. */
    public static TextTable ratings(Release release, Path file) {
        return table(release, release.delimiter(), file, List.of("userId", "movieId", "rating", "timestamp"));
    }

    /**
     * Columns movieId, title, genres; of 100K movieId, title, three that are not needed, and one flag for each genre.
     */
    public static TextTable movies(Release release, Path file) {
        return release == Release.ML_100K
                ? table(release, Delimiter.PIPE, file, MOVIES_100K)
                : table(release, release.delimiter(), file, List.of("movieId", "title", "genres"));
    }

    /** Columns movieId, imdbId, tmdbId; only CSV releases have it. */
    public static Optional<TextTable> links(DatasetFolder folder) {
        return folder.links().map(file -> table(folder.release(), Delimiter.COMMA, file,
                List.of("movieId", "imdbId", "tmdbId")));
    }

    /** Columns userId, movieId, tag, timestamp; 100K has no tags. */
    public static Optional<TextTable> tags(DatasetFolder folder) {
        return folder.tags().map(file -> table(folder.release(), folder.release().delimiter(), file,
                List.of("userId", "movieId", "tag", "timestamp")));
    }

    private static TextTable table(Release release, Delimiter delimiter, Path file, List<String> columns) {
        return new TextTable(file, release.charset(), delimiter, release.header(), columns);
    }
}
