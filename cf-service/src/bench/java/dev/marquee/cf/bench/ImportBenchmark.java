package dev.marquee.cf.bench;

import dev.marquee.cf.check.data.DataShape;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.ratings.BulkRatingImport;
import dev.marquee.cf.ratings.RatingTableReader;
import dev.marquee.common.imports.ConflictRule;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Imports a generated data set into an embedded PostgreSQL on a throw-away folder, file to committed and indexed tables
 * with their summaries, and loads it for training. Give it {@code -Xmx2g}, to show that it needs no more.
 *
 * <p>
 * Arguments: a folder for the generated files, which are kept and used again; the number of ratings, by default those
 * of MovieLens 25M.
 */
public final class ImportBenchmark {
    private ImportBenchmark() {}

    public static void main(String[] args) throws IOException {
        DataShape shape = args.length < 2 ? DataShape.ML_25M : DataShape.ofRatings(Integer.parseInt(args[1]));
        Path data = BenchRun.generated(Path.of(args.length < 1 ? "target/bench-data" : args[0]), shape);
        Path base = Files.createTempDirectory("marquee-bench");
        // Not the temporary() server, which does without fsync: confirmed means confirmed here.
        try (EmbeddedPostgres server = EmbeddedPostgres.in(base.resolve("db"))) {
            DataSource database = connect(server);
            importData(database, data, shape);
            load(database, shape);
        } finally {
            BenchRun.delete(base);
        }
    }

    private static DataSource connect(EmbeddedPostgres server) {
        DataSource source = server.source();
        Flyway.configure().dataSource(source).locations("db/common", "db/migration").load().migrate();
        return source;
    }

    private static void importData(DataSource database, Path data, DataShape shape) {
        long start = System.nanoTime();
        var counts = new BulkRatingImport(database).run(DatasetFolder.detect(data), ConflictRule.NEWER,
                new Rejections(OnError.FAIL),
                new PhaseTimes(start));
        double took = BenchRun.seconds(start);
        BenchRun.print("imported %s in %.1f s: %,.0f ratings/s", counts, took, shape.ratings() / took);
    }

    private static void load(DataSource database, DataShape shape) {
        BenchRun.watchHeap();
        long start = System.nanoTime();
        RatingMatrixBuilder builder = RatingMatrix.builder();
        long rows = new RatingTableReader(database).read(builder::add);
        double read = BenchRun.seconds(start);
        RatingMatrix matrix = builder.build();
        double took = BenchRun.seconds(start);
        BenchRun.print(
                "read %,d ratings in %.1f s (%,.0f ratings/s), built the matrix of %,d users and %,d movies: %.1f s in all",
                rows, read, rows / read, matrix.users().size(), matrix.movies().size(), took);
        BenchRun.print("heap: at most %,d of %,d MiB", BenchRun.heapPeak(), Runtime.getRuntime().maxMemory() >> 20);
        if (rows != shape.ratings() || matrix.movies().size() != shape.ratedMovies()) {
            throw new IllegalStateException("Not all ratings are there");
        }
    }

    /** Prints when each phase begins. */
    private static final class PhaseTimes implements IngestProgress {
        private final long start;
        private String phase = "";

        PhaseTimes(long start) {
            this.start = start;
        }

        @Override
        public synchronized void report(String name, long rows, long done, long total) {
            if (!name.equals(phase)) {
                phase = name;
                BenchRun.print("  %5.1f s  %s", BenchRun.seconds(start), name);
            }
        }
    }
}
