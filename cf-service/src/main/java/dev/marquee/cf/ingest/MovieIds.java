package dev.marquee.cf.ingest;

import dev.marquee.common.id.LongSet;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.MovieLensTables;
import dev.marquee.common.ingest.Rejections;
import java.util.Optional;

/**
 * The ids of a folder's movies file: the movies that may be rated.
 */
public final class MovieIds {
    private MovieIds() {}

    /**
     * Reads the ids; lines without a usable id are left out as rejections. An id that occurs twice counts once here: the
     * catalogue, which owns the movies, is what refuses it.
     *
     * @return empty where the folder has no movies file: then any movie may be rated
     */
    public static Optional<LongSet> read(DatasetFolder folder, Rejections rejections, IngestProgress progress) {
        return folder.moviesIfPresent().map(file -> {
            LongSet ids = new LongSet();
            MovieLensTables.movies(folder.release(), file).read(rejections, progress,
                    fields -> ids.add(fields.id(0, "movieId")));
            return ids;
        });
    }
}
