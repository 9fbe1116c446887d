package dev.marquee.similarity.ingest;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.FolderNames;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.similarity.movie.Movie;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that files tell about movies.
 *
 * @param movies in the order of the movies file
 * @param counts by kind: movies, links and tags are lines used; with IMDb also imdbMovies, those that it knows,
 *            runtimes, credits and persons
 */
public record MovieFiles(List<Movie> movies, Map<String, Long> counts) {

    /**
     * Reads a MovieLens folder and, joined through its links, IMDb's files. Memory grows with the movies and their
     * tags, not with IMDb's files.
     *
     * @param imdb folder with IMDb's files, or {@code null}
     * @throws DataRejected if a folder or a file cannot be used at all, or as {@link Rejections#add}
     */
    public static MovieFiles read(DatasetFolder folder, @Nullable Path imdb, Rejections rejections,
            IngestProgress progress) {
        ImdbFolder imdbFolder = imdb == null ? null : joinable(folder, imdb);
        folder.tell(rejections);
        folder.tellWhatIsMissing(rejections);
        MovieTables tables = new MovieTables(folder, rejections, progress);
        Map<Long, MovieDraft> movies = tables.movies();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("movies", (long) movies.size());
        counts.put("links", tables.links(movies));
        counts.put("tags", TagTable.read(folder, movies, rejections, progress));
        if (imdbFolder != null) {
            counts.putAll(new ImdbJoin(imdbFolder, movies.values(), rejections, progress).run());
        }
        List<Movie> finished = movies.values().stream().map(MovieDraft::finished).toList();
        tell(finished, rejections);
        return new MovieFiles(finished, counts);
    }

    /** What makes a file that reads well useless all the same. */
    private static void tell(List<Movie> movies, Rejections rejections) {
        if (!movies.isEmpty() && movies.stream().allMatch(movie -> movie.genres().isEmpty())) {
            rejections.note("No movie has a genre.");
        }
        if (!movies.isEmpty() && movies.stream().allMatch(movie -> movie.year() == null)) {
            rejections.note("No movie has a year; titles end with it, as in Heat (1995).");
        }
    }

    private static ImdbFolder joinable(DatasetFolder folder, Path imdb) {
        FolderNames.requireLinks(folder.folder());
        return new ImdbFolder(imdb);
    }
}
