package dev.marquee.cf.bench;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentMatrixBuilder;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.FinalLists;
import dev.marquee.cf.index.FinalLists.Placed;
import dev.marquee.cf.index.ItemFilter;
import dev.marquee.cf.index.Rater;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FinalScore;
import dev.marquee.cf.model.ItemWeights;
import dev.marquee.cf.model.ListTables;
import dev.marquee.cf.model.ScoreWeights;
import dev.marquee.common.id.IdMap;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A list by the final score: some 200 to 300 movies are put up and put in order. 10,000 movies, 4,000 of which speak
 * for 300 others each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FinalListBenchmark {
    private static final int MOVIES = 10_000;
    private static final int HEAD = 4000;
    private static final int WEIGHTS = 300;
    private static final int FACTORS = 64;
    private static final int FEATURES = 50;
    private static final int COLUMNS = 20_000;
    private static final int STAR_FACTORS = 16;

    @Param({"3", "200", "2000"})
    int ratings;

    private final Random random = new Random(1);
    private FinalLists lists;
    private FinalScore score;
    private Rater rater;

    @Setup
    public void fill() {
        FactorModel model = new FactorModel(IdMap.of(new long[]{1}), IdMap.of(LongStream.range(0, MOVIES).toArray()),
                FACTORS, 0, 1, 5, new float[1], new float[MOVIES], numbers(FACTORS), numbers(MOVIES * FACTORS));
        int[] columns = IntStream.range(0, HEAD * WEIGHTS).map(i -> random.nextInt(HEAD)).toArray();
        ItemWeights items = new ItemWeights(MOVIES, IntStream.range(0, HEAD).toArray(),
                IntStream.rangeClosed(0, HEAD).map(i -> i * WEIGHTS).toArray(), columns, numbers(columns.length));
        ListTables tables = new ListTables(numbers(MOVIES), numbers(MOVIES), numbers(MOVIES), 3.5f, numbers(MOVIES),
                numbers(MOVIES * STAR_FACTORS), items);
        score = new FinalScore(tables,
                new ScoreWeights(random.doubles(ScoreWeights.FEATURES * ScoreWeights.LEVELS).toArray(), 1));
        lists = new FinalLists(model, FactorIndex.of(model, null), tables, content(model));
        float[] stars = new float[ratings];
        for (int i = 0; i < ratings; i++) {
            stars[i] = 1 + random.nextInt(5);
        }
        rater = new Rater(numbers(FACTORS), random.ints(0, MOVIES).distinct().limit(ratings).sorted().toArray(), stars,
                false);
    }

    /** Some fifty features of twenty thousand for each movie, as many as latest-small has with IMDb. */
    private ContentMatrix content(FactorModel model) {
        ContentMatrixBuilder builder = ContentMatrix.builder();
        float[] weights = new float[FEATURES];
        Arrays.fill(weights, (float) (1 / Math.sqrt(FEATURES)));
        for (int movie = 0; movie < MOVIES; movie++) {
            int[] columns = random.ints(0, COLUMNS).distinct().limit(FEATURES).sorted().toArray();
            builder.add(model.movies().idOf(movie), columns, weights, 0, FEATURES);
        }
        return builder.build();
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (0.1 * random.nextGaussian());
        }
        return numbers;
    }

    @Benchmark
    public List<Placed> top() {
        return lists.top(score, rater, 10, ItemFilter.ALL);
    }
}
