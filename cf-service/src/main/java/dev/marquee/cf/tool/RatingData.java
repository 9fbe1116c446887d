package dev.marquee.cf.tool;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.eval.RatingSource;
import dev.marquee.cf.ingest.RatingFile;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.ReleaseFormat;
import dev.marquee.common.io.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ratings on disk: a folder of any MovieLens release, or a ratings file by itself. Files are read when they are asked
 * for.
 *
 * @param path of the folder or the file
 * @param content of its movies; may be empty
 */
public record RatingData(Path path, ContentMatrix content) implements RatingSource {
    private static final String REMEDY = "Models are judged on all ratings or on none: mend the line, or take it out of the file.";

    /** With nothing known of the movies' content. */
    public RatingData(Path path) {
        this(path, ContentMatrix.EMPTY);
    }

    @Override
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    @Override
    public boolean hasFolds() {
        return Files.isRegularFile(path.resolve("u1.base"));
    }

    /** @throws DataRejected if there is nothing of a known form, or a line cannot be used */
    @Override
    public RatingMatrix all() {
        return matrix(Files.isRegularFile(path)
                ? new RatingFile(path, format(path))
                : RatingFile.of(DatasetFolder.detect(path)));
    }

    @Override
    public RatingMatrix base(int fold) {
        return matrix(foldFile(fold, "base"));
    }

    @Override
    public HeldOut test(int fold, RatingMatrix train) {
        List<long[]> pairs = new ArrayList<>();
        List<Float> stars = new ArrayList<>();
        foldFile(fold, "test").read(null, new Rejections(OnError.FAIL, REMEDY), IngestProgress.NONE,
                (user, movie, rating, seconds) -> {
                    pairs.add(new long[]{user, movie, seconds});
                    stars.add(rating);
                });
        float[] ratings = new float[stars.size()];
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = stars.get(i);
        }
        return HeldOut.of(train, pairs.stream().mapToLong(pair -> pair[0]).toArray(),
                pairs.stream().mapToLong(pair -> pair[1]).toArray(), ratings)
                .at(pairs.stream().mapToLong(pair -> pair[2]).toArray());
    }

    private RatingFile foldFile(int fold, String part) {
        Path file = path.resolve("u" + fold + "." + part);
        if (!Files.isRegularFile(file)) {
            throw new DataRejected(
                    "There is no file " + file + ". The official folds belong to MovieLens 100K: name its"
                            + " folder by --data, or choose another --protocol, such as kfold.");
        }
        return new RatingFile(file, ReleaseFormat.ML_100K);
    }

    private RatingMatrix matrix(RatingFile file) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        file.read(null, new Rejections(OnError.FAIL, REMEDY), IngestProgress.NONE, builder::add);
        return builder.build().with(content);
    }

    /** By the separator in the first line; half stars are allowed where the form has them in some release. */
    private static ReleaseFormat format(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String line = reader.readLine();
            String start = line == null ? "" : line;
            if (start.contains("::")) {
                return ReleaseFormat.ML_10M;
            }
            if (start.contains("\t")) {
                return ReleaseFormat.ML_100K;
            }
            if (start.contains(",")) {
                return ReleaseFormat.CSV;
            }
        } catch (IOException e) {
            throw new DataRejected("Cannot read " + file + " (" + IoReason.of(e) + "). Check that it may be read.", e);
        }
        throw new DataRejected(
                file + ":1: is no line of a ratings file; its fields are separated by :: (1M, 10M), by tabs"
                        + " (100K) or by commas under a header (latest-small, 20M and later).");
    }
}
