package dev.marquee.cf.bench;

import dev.marquee.cf.ingest.RatingFile;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.ReleaseFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ratings of benchmarks, from files.
 */
final class BenchData {
    private BenchData() {}

    /** @param data a folder with any MovieLens release, or its ratings file */
    static RatingMatrix read(Path data) throws IOException {
        RatingFile file = Files.isDirectory(data)
                ? RatingFile.of(DatasetFolder.detect(data))
                : new RatingFile(data, format(data));
        RatingMatrixBuilder builder = RatingMatrix.builder();
        file.read(null, new Rejections(OnError.FAIL), IngestProgress.NONE,
                (user, movie, stars, seconds) -> builder.add(user, movie, stars, 0));
        return builder.build();
    }

    private static ReleaseFormat format(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String first = lines.readLine();
            return first.contains("::")
                    ? ReleaseFormat.ML_1M
                    : first.contains("\t") ? ReleaseFormat.ML_100K : ReleaseFormat.CSV;
        }
    }
}
