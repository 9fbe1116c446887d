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
    public static TextTable ratings(ReleaseFormat format, Path file) {
        return table(format, format.delimiter(), file, List.of("userId", "movieId", "rating", "timestamp"));
    }

    /**
     * Columns movieId, title, genres; of 100K movieId, title, three that are not needed, and one flag for each genre.
     */
    public static TextTable movies(ReleaseFormat format, Path file) {
        return format == ReleaseFormat.ML_100K
                ? table(format, Delimiter.PIPE, file, MOVIES_100K)
                : table(format, format.delimiter(), file, List.of("movieId", "title", "genres"));
    }

    /** Columns movieId, imdbId, tmdbId; only CSV releases have it. */
    public static Optional<TextTable> links(DatasetFolder folder) {
        return folder.links().map(file -> table(folder.format(), Delimiter.COMMA, file,
                List.of("movieId", "imdbId", "tmdbId")));
    }

    /** Columns userId, movieId, tag, timestamp; 100K has no tags. */
    public static Optional<TextTable> tags(DatasetFolder folder) {
        return folder.tags().map(file -> table(folder.format(), folder.format().delimiter(), file,
                List.of("userId", "movieId", "tag", "timestamp")));
    }

    private static TextTable table(ReleaseFormat format, Delimiter delimiter, Path file, List<String> columns) {
        return new TextTable(file, format.charset(), delimiter, format.header(), columns);
    }
}
