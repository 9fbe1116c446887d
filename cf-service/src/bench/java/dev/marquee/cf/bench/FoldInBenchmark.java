package dev.marquee.cf.bench;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.train.solve.FoldIn;
import dev.marquee.cf.train.solve.Penalty;
import dev.marquee.common.id.IdMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
 * A user who came after the training gets factors: one regression over the user's ratings. The movies, out of 62,000,
 * differ from call to call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FoldInBenchmark {
    private static final int FACTORS = 64;
    private static final int MOVIES = 62_000;
    private static final int USERS = 64;

    @Param({"20", "200", "2000"})
    int ratings;

    private FoldIn foldIn;
    private long[][] rated;
    private float[] stars;
    private int next;

    @Setup
    public void fill() {
        Random random = new Random(1);
        float[] factors = new float[MOVIES * FACTORS];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 0.3f * (float) random.nextGaussian();
        }
        FactorModel model = new FactorModel(IdMap.of(new long[]{1}), IdMap.of(LongStream.range(0, MOVIES).toArray()),
                FACTORS, 3.5f,
                0.5f, 5, new float[1], new float[MOVIES], new float[FACTORS], factors);
        foldIn = new FoldIn(model, new Penalty(1.4, 0.5, 4, 0));
        rated = new long[USERS][];
        for (int user = 0; user < USERS; user++) {
            rated[user] = random.longs(0, MOVIES).distinct().limit(ratings).toArray();
        }
        stars = new float[ratings];
        for (int i = 0; i < ratings; i++) {
            stars[i] = 0.5f + 0.5f * random.nextInt(10);
        }
    }

    @Benchmark
    public UserVector user() {
        next = (next + 1) % USERS;
        return foldIn.user(rated[next], stars);
    }
}
