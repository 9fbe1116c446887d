package dev.marquee.cf.bench;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.choice.ChosenDevice;
import dev.marquee.cf.device.choice.ThisMachine;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.index.DeviceSearch;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.HostSearch;
import dev.marquee.cf.index.ListSearch;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.sgd.DeviceSgdKernels;
import dev.marquee.cf.train.sgd.Sgd;
import dev.marquee.common.device.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Training and scoring on a device, beside the CPU engine of the same machine, as a Markdown table: epochs of SGD with
 * the bytes that they move and their share of what the device copies, iterations of ALS and their share of its
 * multiply-adds ({@link DeviceRates}), and the ten best movies of all users. Times are medians; the first epoch, which
 * holds the preparation, is left out.
 */
public final class DeviceBenchmark {
    private static final int TOP = 10;
    private static final int FACTORS = Integer.getInteger("factors", 64);
    private static final int EPOCHS = Integer.getInteger("epochs", 4);

    private DeviceBenchmark() {}

    /**
     * @param args the device ({@code gpu} or {@code opencl}), then numbers of ratings: 25000095 is the shape of
     *            MovieLens 25M
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err
                    .println("Usage: DeviceBenchmark gpu|opencl RATINGS... (system properties: factors=64, epochs=4)");
            System.exit(2);
        }
        ChosenDevice chosen = ThisMachine.choose(DeviceChoice.parse(args[0]));
        DeviceRates rates;
        try (Device device = chosen.open()) {
            rates = DeviceRates.of(device, Kernel.compiledFor(FACTORS));
        }
        BenchRun.print("%s; k = %d; the CPU engine has %d threads%ncopies %.1f GB/s, does %.1f G multiply-adds/s%n",
                chosen.name(), FACTORS, Runtime.getRuntime().availableProcessors(), rates.bytesPerSecond() / 1e9,
                rates.multiplyAddsPerSecond() / 1e9);
        BenchRun.print(
                "| ratings | what | device | CPU engine | share of what the device can do |%n|---|---|---|---|---|");
        for (int i = 1; i < args.length; i++) {
            RatingMatrix ratings = BenchData.read(BenchRun.generated(Path.of("target/bench-data"),
                    DataShape.ofRatings(Integer.parseInt(args[i]))));
            sgd(ratings, args[0], rates, 0);
            sgd(ratings, args[0], rates, 60);
            als(ratings, args[0], rates, 0);
            FactorModel model = als(ratings, args[0], rates, 60);
            top(ratings, model, chosen);
        }
        BenchRun.print(
                "%nThe library implicit gives 0.33 s for an iteration of its ALS on a GPU (MovieLens 20M, k = 64).");
    }

    private static void sgd(RatingMatrix ratings, String device, DeviceRates rates, int implicit) {
        Map<String, Object> set = Map.of("implicitRegularization", implicit);
        double there = seconds(ratings, new Sgd(), device, set, new ArrayList<>());
        double here = seconds(ratings, new Sgd(), "cpu", set, new ArrayList<>());
        // Both rows are read and written, their states too; the rows they are drawn to and the rating are read.
        double bytes = Float.BYTES * (2.0 * 2 * (Kernel.compiledFor(FACTORS) + DeviceSgdKernels.STATE)
                + (implicit > 0 ? 2 * Kernel.compiledFor(FACTORS) : 0) + 3);
        BenchRun.print("| %,d | SGD%s, updates/s | %.1f M | %.1f M | %s |", ratings.size(), kind(implicit),
                ratings.size() / there / 1e6, ratings.size() / here / 1e6, implicit > 0
                        ? "its epochs hold the regression of the implicit features, too"
                        : String.format(Locale.ROOT, "%.0f bytes each: %.0f %% of its copying", bytes,
                                100 * bytes * ratings.size() / there / rates.bytesPerSecond()));
    }

    private static FactorModel als(RatingMatrix ratings, String device, DeviceRates rates, int implicit) {
        Map<String, Object> set = Map.of("implicitRegularization", implicit);
        List<TrainResult> results = new ArrayList<>();
        double there = seconds(ratings, new Als(), device, set, results);
        double here = seconds(ratings, new Als(), "cpu", set, new ArrayList<>());
        double rows = ratings.users().size() + (double) ratings.movies().size();
        double steps = 2.0 * ratings.size() * DeviceRates.normalSteps(FACTORS) + rows * Math.pow(FACTORS, 3) / 6;
        BenchRun.print("| %,d | ALS%s, seconds an iteration | %.3f | %.3f | %s |", ratings.size(), kind(implicit),
                there,
                here, implicit > 0
                        ? "its iterations hold the regression of the implicit features, too"
                        : String.format(Locale.ROOT, "%.0f %% of its multiply-adds",
                                100 * steps / there / rates.multiplyAddsPerSecond()));
        return results.getFirst().model();
    }

    private static String kind(int implicit) {
        return implicit > 0 ? " with implicit features" : "";
    }

    /** Of an epoch. */
    private static double seconds(RatingMatrix ratings, Algorithm<?> algorithm, String device, Map<String, Object> set,
            List<TrainResult> results) {
        Map<String, Object> all = new HashMap<>(set);
        all.put("device", device);
        all.put("factors", FACTORS);
        Estimator<?> estimator = algorithm.estimator().with(all).forEpochs(EPOCHS);
        List<Double> times = new ArrayList<>();
        long[] last = {System.nanoTime()};
        TrainListener listener = progress -> {
            times.add(BenchRun.seconds(last[0]));
            last[0] = System.nanoTime();
        };
        results.add(estimator.train(ratings, null, listener));
        return TrainBenchmark.middle(times.subList(1, times.size()));
    }

    private static void top(RatingMatrix ratings, FactorModel model, ChosenDevice chosen) {
        int[] users = IntStream.range(0, ratings.users().size()).toArray();
        FactorIndex index = FactorIndex.of(model, null);
        double there;
        try (Device device = chosen.open(); ListSearch search = new DeviceSearch(device, model, index)) {
            search.top(new int[]{0}, TOP, ratings.byUser()::rowIndexes, () -> {});
            there = seconds(search, users, ratings);
        }
        double here = seconds(new HostSearch(model, index, Runtime.getRuntime().availableProcessors()), users, ratings);
        BenchRun.print("| %,d | the %d best movies of all %,d users, seconds | %.2f | %.2f | |", ratings.size(), TOP,
                users.length, there, here);
    }

    private static double seconds(ListSearch search, int[] users, RatingMatrix ratings) {
        long start = System.nanoTime();
        search.top(users, TOP, ratings.byUser()::rowIndexes, () -> {});
        return BenchRun.seconds(start);
    }
}
