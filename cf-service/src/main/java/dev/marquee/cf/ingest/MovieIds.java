package dev.marquee.cf.ingest;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.id.LongSet;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.MovieLensTables;
import dev.marquee.common.ingest.Rejections;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The ids of a folder's movies file: the movies that may be rated.
 */
public final class MovieIds {
    private MovieIds() {}

    /**
     * Reads the ids; lines that cannot be used are left out as rejections, which keep the ids that stand in them. An id
     * that occurs twice counts once here: the catalogue, which owns the movies, is what refuses it.
     *
     * @return empty where the folder has no movies file: then any movie may be rated
     * @throws DataRejected if it has one without a usable line, or as {@link Rejections#add}
     */
    public static Optional<LongSet> read(DatasetFolder folder, Rejections rejections, IngestProgress progress) {
        Optional<Path> file = folder.moviesIfPresent();
        if (file.isEmpty()) {
            rejections.note("There is no movies file in " + folder.folder() + ": ratings of any movie were taken.");
        }
        return file.map(movies -> read(folder, movies, rejections, progress));
    }

    private static LongSet read(DatasetFolder folder, Path file, Rejections rejections, IngestProgress progress) {
        LongSet ids = new LongSet();
        MovieLensTables.movies(folder.format(), file).read(rejections, progress,
                fields -> ids.add(fields.id(0, "movieId")), rejections::leaveOutMovie);
        if (ids.size() == 0) {
            throw rejections.nothingUsable(file);
        }
        return ids;
    }
}
