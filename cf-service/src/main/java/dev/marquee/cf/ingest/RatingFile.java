package dev.marquee.cf.ingest;

import dev.marquee.common.id.LongSet;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.LineFault;
import dev.marquee.common.ingest.MovieLensTables;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.Release;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A ratings file of a MovieLens release. It is read as a stream in constant memory, as often as needed. Thread-safe.
 *
 * @param path the file
 * @param release whose format and scale of stars it has
 */
public record RatingFile(Path path, Release release) {
    public RatingFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(release, "release");
    }

    /** The ratings file of a folder. */
    public static RatingFile of(DatasetFolder folder) {
        return new RatingFile(folder.ratings(), folder.release());
    }

    /**
     * Reads all ratings in the order of the file.
     *
     * @param known the ids of the movies that may be rated, or {@code null} where any may
     * @return number of ratings delivered
     */
    public long read(LongSet known, Rejections rejections, IngestProgress progress, RatingConsumer consumer) {
        boolean half = release.halfStars();
        return MovieLensTables.ratings(release, path).read(rejections, progress, fields -> {
            long user = fields.id(0, "userId");
            long movie = fields.id(1, "movieId");
            float stars = RatingFields.stars(fields, 2, half);
            long seconds = RatingFields.seconds(fields, 3);
            if (known != null && !known.contains(movie)) {
                throw new LineFault("movie " + movie + " is not in the movies file");
            }
            consumer.accept(user, movie, stars, seconds);
        });
    }
}
