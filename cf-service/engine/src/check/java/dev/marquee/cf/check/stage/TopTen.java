package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.index.DeviceSearch;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.HostSearch;
import dev.marquee.cf.index.ListSearch;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The ten best movies of all users that they have not rated, by a made-up model whose factors fall off as trained ones.
 */
final class TopTen {
    private static final int TOP = 10;
    private static final int ROUNDS = 3;
    private static final double FALL = 0.08;

    private final RatingMatrix ratings;
    private final FactorModel model;

    TopTen(RatingMatrix ratings, int factors) {
        this.ratings = ratings;
        SplittableRandom random = new SplittableRandom(1);
        model = new FactorModel(ratings.users(), ratings.movies(), factors, 3.5f, 0.5f, 5,
                numbers(random, ratings.users().size(), 1), numbers(random, ratings.movies().size(), 1),
                numbers(random, ratings.users().size(), factors), numbers(random, ratings.movies().size(), factors));
    }

    private static float[] numbers(SplittableRandom random, int rows, int factors) {
        float[] numbers = new float[rows * factors];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (0.3 * Math.exp(-FALL * (i % factors)) * random.nextGaussian());
        }
        return numbers;
    }

    /**
     * @param conditions {@code null}: on the CPU
     * @return whether there was time
     */
    boolean measure(Part part, Conditions conditions) {
        FactorIndex index = FactorIndex.of(model, null);
        if (conditions == null) {
            return measure(part, new HostSearch(model, index, Runtime.getRuntime().availableProcessors()));
        }
        try (Device device = conditions.open()) {
            long start = System.nanoTime();
            try (ListSearch search = new DeviceSearch(device, model, index)) {
                search.top(new int[]{0}, TOP, ratings.byUser()::rowIndexes, () -> requireTime(part));
                part.fact("firstSeconds", Figures.seconds(start));
                return measure(part, search);
            }
        } catch (CancellationException e) {
            part.fact("stopped", true);
            return false;
        }
    }

    private boolean measure(Part part, ListSearch search) {
        int[] users = IntStream.range(0, ratings.users().size()).toArray();
        List<Double> times = new ArrayList<>();
        try {
            while (times.size() < ROUNDS) {
                long start = System.nanoTime();
                search.top(users, TOP, ratings.byUser()::rowIndexes, () -> requireTime(part));
                times.add(Figures.seconds(start));
            }
        } catch (CancellationException e) {
            part.fact("stopped", true);
        }
        if (!times.isEmpty()) {
            double seconds = Figures.median(times);
            part.fact("users", users.length).fact("movies", ratings.movies().size()).fact("epochs", times.size())
                    .fact("seconds", seconds).fact("perSecond", users.length / seconds);
            part.say("%,d users, %,d movies: %.3f s", users.length, ratings.movies().size(), seconds);
        }
        return !times.isEmpty();
    }

    private static void requireTime(Part part) {
        if (part.late()) {
            throw new CancellationException();
        }
    }
}
