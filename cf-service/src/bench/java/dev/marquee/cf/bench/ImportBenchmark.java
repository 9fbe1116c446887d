package dev.marquee.cf.bench;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.ratings.BulkRatingImport;
import dev.marquee.cf.ratings.RatingTableReader;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Imports a generated data set into an embedded PostgreSQL on a throw-away folder, file to committed and indexed tables
 * with their summaries, and loads it for training. Give it {@code -Xmx2g}, to show that it needs no more.
 *
 * <p>
 * Arguments: a folder for the generated files, which are kept and used again; the number of ratings, by default those of
 * MovieLens 25M.
 */
public final class ImportBenchmark {
    private static final long SEED = 25;

    private ImportBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException {
        DataShape shape = args.length < 2 ? DataShape.ML_25M : DataShape.ofRatings(Integer.parseInt(args[1]));
        Path data = Path.of(args.length < 1 ? "target/bench-data" : args[0]).resolve(shape.ratings() + "");
        if (!Files.exists(data.resolve("ratings.csv"))) {
            long start = System.nanoTime();
            new DataGenerator(shape, SEED).write(data);
            print("generated %,d ratings by %,d users on %,d of %,d movies in %.1f s", shape.ratings(), shape.users(),
                    shape.ratedMovies(), shape.movies(), seconds(start));
        }
        Path base = Files.createTempDirectory("marquee-bench");
        // Not the temporary() server, which does without fsync: confirmed means confirmed here.
        try (EmbeddedPostgres server = EmbeddedPostgres.in(base.resolve("db"))) {
            DataSource database = connect(server);
            importData(database, data, shape);
            load(database, shape);
        } finally {
            delete(base);
        }
    }

    private static DataSource connect(EmbeddedPostgres server) throws IOException, SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl());
        source.setUser(server.user());
        source.setPassword(server.password());
        try (InputStream script = ImportBenchmark.class.getResourceAsStream("/db/migration/V1__ratings.sql");
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return source;
    }

    private static void importData(DataSource database, Path data, DataShape shape) {
        long start = System.nanoTime();
        var counts = new BulkRatingImport(database).run(DatasetFolder.detect(data), new Rejections(OnError.FAIL),
                new PhaseTimes(start));
        double took = seconds(start);
        print("imported %s in %.1f s: %,.0f ratings/s", counts, took, shape.ratings() / took);
    }

    private static void load(DataSource database, DataShape shape) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        RatingMatrixBuilder builder = RatingMatrix.builder();
        long rows = new RatingTableReader(database).read(builder::add);
        double read = seconds(start);
        RatingMatrix matrix = builder.build();
        double took = seconds(start);
        print("read %,d ratings in %.1f s (%,.0f ratings/s), built the matrix of %,d users and %,d movies: %.1f s in all",
                rows, read, rows / read, matrix.users().size(), matrix.movies().size(), took);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        print("heap: at most %,d of %,d MiB", peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
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
                print("  %5.1f s  %s", seconds(start), name);
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... args) {
        System.out.println(String.format(Locale.ROOT, format, args));
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
