package dev.marquee.cf.ingest;

import dev.marquee.common.id.LongSet;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.Fields;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.LineFault;
import dev.marquee.common.ingest.LineReader;
import dev.marquee.common.ingest.MovieLensTables;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.ReleaseFormat;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ratings file of a MovieLens release. It is read as a stream in constant memory, as often as needed. Thread-safe.
 *
 * @param path the file
 * @param format with its scale of stars
 */
public record RatingFile(Path path, ReleaseFormat format) {
    public RatingFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(format, "format");
    }

    /** The ratings file of a folder. */
    public static RatingFile of(DatasetFolder folder) {
        return new RatingFile(folder.ratings(), folder.format());
    }

    /** Takes ratings together with the line that each stands in. */
    @FunctionalInterface
    public interface LineConsumer {
        /**
         * @param line at this rating; it moves on with the next one
         */
        void accept(long userId, long movieId, LineReader line);
    }

    /**
     * Reads all ratings in the order of the file.
     *
     * @param known the ids of the movies that may be rated, or {@code null} where any may
     * @return number of ratings delivered
     */
    public long read(@Nullable LongSet known, Rejections rejections, IngestProgress progress, RatingConsumer consumer) {
        RatingCensus census = new RatingCensus(consumer);
        long read = MovieLensTables.ratings(format, path).read(rejections, progress,
                fields -> decode(fields, known, rejections, census));
        census.tell(String.valueOf(path.getFileName()), rejections);
        return read;
    }

    private void decode(Fields fields, @Nullable LongSet known, Rejections rejections, RatingConsumer consumer)
            throws LineFault {
        long user = fields.id(0, "userId");
        long movie = fields.id(1, "movieId");
        float stars = RatingFields.stars(fields, 2, format.halfStars());
        long seconds = RatingFields.seconds(fields, 3);
        if (known != null && !known.contains(movie)) {
            throw rejections.unknownMovie(movie);
        }
        consumer.accept(user, movie, stars, seconds);
    }

    /**
     * Goes through the file once more, to find the lines of certain ratings. Lines that {@link #read} refuses are
     * passed over without a word here.
     */
    public void locate(@Nullable LongSet known, IngestProgress progress, LineConsumer consumer) {
        Rejections told = new Rejections(OnError.SKIP);
        MovieLensTables.ratings(format, path).read(told, progress, fields -> decode(fields, known, told,
                (user, movie, stars, seconds) -> consumer.accept(user, movie, fields.line())));
    }
}
