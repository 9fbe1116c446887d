package dev.marquee.similarity.ingest;

import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.Fields;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.LineFault;
import dev.marquee.common.ingest.MovieLensTables;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.ReleaseFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the movies of a MovieLens release and their links.
 */
final class MovieTables {
    private static final int IMDB_DIGITS = 7;

    private final DatasetFolder folder;
    private final Rejections rejections;
    private final IngestProgress progress;

    MovieTables(DatasetFolder folder, Rejections rejections, IngestProgress progress) {
        this.folder = folder;
        this.rejections = rejections;
        this.progress = progress;
    }

    /** By movie id, in the order of the file. */
    Map<Long, MovieDraft> movies() {
        Map<Long, MovieDraft> movies = new LinkedHashMap<>();
        MovieLensTables.movies(folder.format(), folder.movies()).read(rejections, progress, fields -> {
            MovieDraft movie = movie(fields);
            if (movies.putIfAbsent(movie.movieId, movie) != null) {
                throw new LineFault("movie " + movie.movieId + " is already in the file; the first line counts");
            }
        }, rejections::leaveOutMovie);
        return movies;
    }

    private MovieDraft movie(Fields fields) throws LineFault {
        long movieId = fields.id(0, "movieId");
        String title = Texts.required(fields, 1, "title");
        List<String> genres = folder.format() == ReleaseFormat.ML_100K
                ? GenreNames.ofFlags(fields)
                : GenreNames.ofBars(fields.text(2));
        return new MovieDraft(movieId, MovieTitle.parse(title), genres);
    }

    /**
     * Adds the links to the movies.
     *
     * @return number of links
     */
    long links(Map<Long, MovieDraft> movies) {
        return MovieLensTables.links(folder).map(table -> table.read(rejections, progress, fields -> {
            MovieDraft movie = known(movies, fields.id(0, "movieId"), rejections);
            if (movie.linked) {
                throw new LineFault("movie " + movie.movieId + " is already linked; the first line counts");
            }
            Long imdb = optionalId(fields, 1, "imdbId");
            Long tmdb = optionalId(fields, 2, "tmdbId");
            movie.imdbId = imdb == null ? null : String.format(Locale.ROOT, "%0" + IMDB_DIGITS + "d", imdb);
            movie.tmdbId = tmdb;
            movie.linked = true;
        })).orElse(0L);
    }

    static MovieDraft known(Map<Long, MovieDraft> movies, long movieId, Rejections rejections) throws LineFault {
        MovieDraft movie = movies.get(movieId);
        if (movie == null) {
            throw rejections.unknownMovie(movieId);
        }
        return movie;
    }

    private static @Nullable Long optionalId(Fields fields, int field, String name) throws LineFault {
        return fields.isEmpty(field) ? null : Long.valueOf(fields.id(field, name));
    }
}
