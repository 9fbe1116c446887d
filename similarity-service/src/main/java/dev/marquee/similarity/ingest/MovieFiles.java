package dev.marquee.similarity.ingest;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.similarity.movie.Movie;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that files tell about movies.
 *
 * @param movies in the order of the movies file
 * @param counts by kind: movies, links and tags are lines used; with IMDb also runtimes, credits and persons
 */
public record MovieFiles(List<Movie> movies, Map<String, Long> counts) {

    /**
     * Reads a MovieLens folder and, joined through its links, IMDb's files. Memory grows with the movies and their tags,
     * not with IMDb's files.
     *
     * @param imdb folder with IMDb's files, or {@code null}
     * @throws DataRejected if a folder or a file cannot be used at all, or as {@link Rejections#add}
     */
    public static MovieFiles read(DatasetFolder folder, Path imdb, Rejections rejections, IngestProgress progress) {
        ImdbFolder imdbFolder = imdb == null ? null : joinable(folder, imdb);
        MovieTables tables = new MovieTables(folder, rejections, progress);
        Map<Long, MovieDraft> movies = tables.movies();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("movies", (long) movies.size());
        counts.put("links", tables.links(movies));
        counts.put("tags", TagTable.read(folder, movies, rejections, progress));
        if (imdbFolder != null) {
            counts.putAll(new ImdbJoin(imdbFolder, movies.values(), rejections, progress).run());
        }
        return new MovieFiles(movies.values().stream().map(MovieDraft::finished).toList(), counts);
    }

    private static ImdbFolder joinable(DatasetFolder folder, Path imdb) {
        if (folder.links().isEmpty()) {
            throw new DataRejected("IMDb's files are joined to movies through links.csv, and " + folder.folder() + " ("
                    + folder.release().title() + ") has none. Import it without IMDb, or a release with links.");
        }
        return new ImdbFolder(imdb);
    }
}
