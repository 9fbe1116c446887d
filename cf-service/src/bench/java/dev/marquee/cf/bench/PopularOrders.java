package dev.marquee.cf.bench;

import dev.marquee.cf.eval.Divider;
import dev.marquee.cf.eval.Division;
import dev.marquee.cf.eval.DivisionOptions;
import dev.marquee.cf.eval.Exam;
import dev.marquee.cf.eval.Protocol;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.measure.RankingScores;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.tool.RatingData;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Which order of popular movies makes the best lists: as {@code ./run evaluate} has it, with one list for all, of
 * orders made of a movie's number of ratings and of their mean, and of ratings of the last days alone.
 */
public final class PopularOrders {
    private static final double DAY = 86_400;
    private static final double DAMPING = 25;
    private static final double MOST_ORDINARY = 3.5;

    private final RatingMatrix train;
    private final Map<String, float[]> orders = new LinkedHashMap<>();

    private PopularOrders(RatingMatrix train) {
        this.train = train;
    }

    /** @param args folder or file, protocol (random or time), seeds */
    public static void main(String... args) {
        Divider divider = new Divider(new RatingData(Path.of(args[0])), DivisionOptions.DEFAULTS);
        long[] seeds = Arrays.stream(args).skip(2).mapToLong(Long::parseLong).toArray();
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (long seed : seeds.length == 0 ? new long[]{11} : seeds) {
            for (Supplier<Division> part : divider.divisions(Protocol.named(args[1]), seed)) {
                judge(part.get(), sums);
            }
        }
        sums.forEach((order, sum) -> BenchRun.print("%-32s ndcg@10 %.4f  recall@20 %.4f", order, sum[0] / sum[2],
                sum[1] / sum[2]));
    }

    private static void judge(Division division, Map<String, double[]> sums) {
        Exam exam = division.exams().getFirst().get();
        PopularOrders orders = new PopularOrders(division.train());
        orders.all();
        orders.orders.forEach((name, scores) -> {
            Map<String, Double> values = RankingScores.of(orders.model(scores), exam.known(), exam.heldOut(),
                    RankingProtocol.DEFAULTS).values();
            double[] sum = sums.computeIfAbsent(name, key -> new double[3]);
            sum[0] += Objects.requireNonNull(values.get("ndcg@10"));
            sum[1] += Objects.requireNonNull(values.get("recall@20"));
            sum[2]++;
        });
    }

    private FactorModel model(float[] scores) {
        int users = train.users().size();
        return new FactorModel(train.users(), train.movies(), 1, (float) train.mean(), train.minRating(),
                train.maxRating(), new float[users], scores, new float[users], new float[scores.length]);
    }

    /** An order by ratings, their sum and the damped mean. */
    private interface Order {
        double of(double ratings, double sum, double mean);
    }

    private void all() {
        add("damped mean", Long.MIN_VALUE, (n, sum, mean) -> mean);
        for (int power = 0; power <= 4; power++) {
            double exponent = power;
            add("number x damped mean ^ " + power, Long.MIN_VALUE, (n, sum, mean) -> n * Math.pow(mean, exponent));
        }
        for (double above : new double[]{0.5, 1, 1.5, 2, 2.5}) {
            add("sum of stars above " + above, Long.MIN_VALUE, (n, sum, mean) -> sum - above * n);
        }
        for (float least : new float[]{3, 3.5f, 4, 4.5f}) {
            orders.put("number of " + least + " stars or more", goodOnes(least));
        }
        if (train.hasTimes()) {
            long newest = LongStream.range(0, train.size()).map(at -> train.epochSeconds((int) at)).max().orElse(0);
            for (int days : new int[]{30, 90, 365, 730, 1825}) {
                add("number x mean ^ 2, " + days + " days", newest - (long) (days * DAY),
                        (n, sum, mean) -> n * mean * mean);
            }
        }
    }

    private void add(String name, long after, Order order) {
        int movies = train.movies().size();
        double[] counts = new double[movies];
        double[] sums = new double[movies];
        Csr byUser = train.byUser();
        for (int at = 0; at < byUser.size(); at++) {
            if (after == Long.MIN_VALUE || train.epochSeconds(at) > after) {
                counts[byUser.index(at)]++;
                sums[byUser.index(at)] += byUser.value(at);
            }
        }
        double ordinary = Math.min(train.mean(), MOST_ORDINARY);
        float[] scores = new float[movies];
        for (int movie = 0; movie < movies; movie++) {
            double mean = (sums[movie] + DAMPING * ordinary) / (counts[movie] + DAMPING);
            scores[movie] = (float) order.of(counts[movie], sums[movie], mean);
        }
        orders.put(name, scores);
    }

    private float[] goodOnes(float least) {
        float[] scores = new float[train.movies().size()];
        Csr byUser = train.byUser();
        for (int at = 0; at < byUser.size(); at++) {
            scores[byUser.index(at)] += byUser.value(at) >= least ? 1 : 0;
        }
        return scores;
    }
}
