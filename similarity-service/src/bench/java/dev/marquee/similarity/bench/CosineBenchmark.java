package dev.marquee.similarity.bench;

import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.index.CosineIndex;
import dev.marquee.similarity.index.MovieFilter;
import dev.marquee.similarity.index.WeightedMovie;
import dev.marquee.similarity.ingest.MovieFiles;
import dev.marquee.similarity.movie.Movie;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Times the cosine index: building it, single queries and changes.
 *
 * <p>
 * Arguments: either a number of movies to make up (see {@link MovieGenerator}), or a MovieLens folder and, as second,
 * the folder of IMDb's files.
 */
public final class CosineBenchmark {
    private static final int TOP = 50;
    private static final int ROUNDS = 9;
    private static final int QUERIES = 2000;

    private CosineBenchmark() {}

    public static void main(String[] args) {
        List<Movie> movies = args[0].matches("\\d+")
                ? new MovieGenerator(62).movies(Integer.parseInt(args[0]))
                : read(Path.of(args[0]), args.length < 2 ? null : Path.of(args[1]));
        CosineIndex index = CosineIndex.build(movies, FeatureWeights.DEFAULTS);
        System.out.printf(Locale.ROOT, "%,d movies, %,d features, %d cores%n", index.size(), index.featureCount(),
                Runtime.getRuntime().availableProcessors());
        time("build", ROUNDS, i -> CosineIndex.build(movies, FeatureWeights.DEFAULTS));
        queries(index, movies);
    }

    private static void queries(CosineIndex index, List<Movie> movies) {
        SplittableRandom random = new SplittableRandom(1);
        long[] ids = random.ints(QUERIES, 0, movies.size()).mapToLong(i -> movies.get(i).movieId()).toArray();
        List<List<WeightedMovie>> profiles = IntStream.range(0, QUERIES)
                .mapToObj(q -> random.ints(100, 0, movies.size())
                        .mapToObj(i -> new WeightedMovie(movies.get(i).movieId(), random.nextInt(9) - 3)).toList())
                .toList();
        MovieFilter narrow = new MovieFilter(movies.getFirst().genres().getFirst(), 1950, 1959, id -> id % 2 == 0);
        for (int warm = 0; warm < 3; warm++) {
            boolean last = warm == 2;
            time(last ? "one movie, top " + TOP : null, QUERIES,
                    i -> index.similar(ids[i], TOP, MovieFilter.NONE));
            time(last ? "one movie, top " + TOP + ", narrow filter" : null, QUERIES,
                    i -> index.similar(ids[i], TOP, narrow));
            time(last ? "profile of 100 movies, top " + TOP : null, QUERIES,
                    i -> index.profile(profiles.get(i)).similar(TOP, MovieFilter.NONE));
            CosineIndex[] changing = {index};
            time(last ? "change of one movie" : null, QUERIES, i -> {
                Movie old = index.movie(ids[i]);
                changing[0] = changing[0].with(new Movie(old.movieId(), old.title() + " new" + i, old.year(),
                        old.runtimeMinutes(), old.genres(), old.credits(), old.tags(), null, null));
            });
        }
    }

    /** Prints the least, the median and the 99th percentile; the first third warms up where there are few rounds. */
    private static void time(String what, int rounds, IntConsumer work) {
        double[] micros = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.accept(i);
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        double[] sorted = Arrays.copyOfRange(micros, rounds == ROUNDS ? ROUNDS / 3 : 0, rounds);
        Arrays.sort(sorted);
        if (what != null) {
            System.out.printf(Locale.ROOT, "%-34s least %,11.1f µs   median %,11.1f µs   99%% %,11.1f µs%n", what,
                    sorted[0], sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)]);
        }
    }

    private static List<Movie> read(Path folder, Path imdb) {
        return MovieFiles.read(DatasetFolder.detect(folder), imdb, new Rejections(OnError.FAIL), IngestProgress.NONE)
                .movies();
    }
}
