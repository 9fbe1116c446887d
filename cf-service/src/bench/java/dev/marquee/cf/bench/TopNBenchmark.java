package dev.marquee.cf.bench;

import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.ItemFilter;
import dev.marquee.common.rank.Scored;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The ten best of many items for one user, on one core. Factors are Gaussian, the hardest case for bounds, or fall off
 * from the first to the last as those of a trained model do. Users differ from call to call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TopNBenchmark {
    private static final int FACTORS = 64;
    private static final int USERS = 512;

    @Param({"9742", "62000"})
    int items;

    @Param({"gaussian", "falling"})
    String factors;

    private FactorIndex index;
    private float[][] users;
    private int next;

    @Setup
    public void fill() {
        Random random = new Random(1);
        float[] numbers = new float[items * FACTORS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(random, i % FACTORS);
        }
        float[] offsets = new float[items];
        for (int i = 0; i < items; i++) {
            offsets[i] = 0.3f * (float) random.nextGaussian();
        }
        index = FactorIndex.of(FACTORS, numbers, offsets);
        users = new float[USERS][FACTORS];
        for (float[] user : users) {
            for (int f = 0; f < FACTORS; f++) {
                user[f] = number(random, f);
            }
        }
    }

    private float number(Random random, int factor) {
        double size = factors.equals("falling") ? Math.exp(-0.08 * factor) : 1;
        return (float) (0.3 * size * random.nextGaussian());
    }

    private float[] user() {
        next = (next + 1) % USERS;
        return users[next];
    }

    @Benchmark
    public List<Scored> top() {
        return index.top(user(), 10, ItemFilter.ALL);
    }

    @Benchmark
    public List<Scored> plainScan() {
        return index.scan(user(), 10, ItemFilter.ALL);
    }

    /** Time for one user when all are asked for at once, on one core. */
    @Benchmark
    @OperationsPerInvocation(USERS)
    public List<List<Scored>> batchOnOneCore() {
        return index.topOfMany(List.of(users), 10, user -> ItemFilter.ALL, 1);
    }

    @Benchmark
    @OperationsPerInvocation(USERS)
    public List<List<Scored>> batchOnTwoCores() {
        return index.topOfMany(List.of(users), 10, user -> ItemFilter.ALL, 2);
    }
}
