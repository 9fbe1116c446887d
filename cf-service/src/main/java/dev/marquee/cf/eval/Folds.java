package dev.marquee.cf.eval;

import dev.marquee.cf.ingest.RatingFile;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The five official folds of MovieLens 100K, {@code u1.base} and {@code u1.test} to {@code u5}.
 */
final class Folds {
    private static final int COUNT = 5;

    private Folds() {}

    /**
     * One division of the data.
     *
     * @param name such as {@code u1}
     */
    record Fold(String name, RatingMatrix train, HeldOut test) {}

    /** Trains on the base files, tests on the test files. */
    static List<Fold> official(Path folder) {
        List<Fold> folds = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            RatingMatrix train = matrix(file(folder, number, "base"));
            folds.add(new Fold("u" + number, train, heldOut(train, file(folder, number, "test"))));
        }
        return folds;
    }

    /** Looks at the base files only: trains on nine tenths of each and tests on the rest. For tuning. */
    static List<Fold> validation(Path folder, long seed) {
        List<Fold> folds = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            Split split = Split.random(matrix(file(folder, number, "base")), 0.1, seed + number);
            folds.add(new Fold("u" + number + " base", split.train(), split.heldOut()));
        }
        return folds;
    }

    private static Path file(Path folder, int number, String part) {
        Path file = folder.resolve("u" + number + "." + part);
        if (!Files.isRegularFile(file)) {
            throw new DataRejected(
                    "There is no file " + file + ". The folds belong to MovieLens 100K; --data must name its"
                            + " folder.");
        }
        return file;
    }

    private static RatingMatrix matrix(Path file) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        new RatingFile(file, Release.ML_100K).read(null, new Rejections(OnError.FAIL), IngestProgress.NONE,
                builder::add);
        return builder.build();
    }

    private static HeldOut heldOut(RatingMatrix train, Path file) {
        List<long[]> pairs = new ArrayList<>();
        List<Float> stars = new ArrayList<>();
        new RatingFile(file, Release.ML_100K).read(null, new Rejections(OnError.FAIL), IngestProgress.NONE,
                (user, movie, rating, seconds) -> {
                    pairs.add(new long[]{user, movie});
                    stars.add(rating);
                });
        float[] ratings = new float[stars.size()];
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = stars.get(i);
        }
        return HeldOut.of(train, pairs.stream().mapToLong(pair -> pair[0]).toArray(),
                pairs.stream().mapToLong(pair -> pair[1]).toArray(), ratings);
    }
}
