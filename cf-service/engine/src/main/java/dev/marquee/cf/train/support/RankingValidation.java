package dev.marquee.cf.train.support;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Metric;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Judges a model by the lists that it makes: the mean NDCG@10 over users of all movies that they have no training rating of,
 * where the relevant ones are those that they liked among the held-out ratings. Of many users, a fixed sample is asked, so
 * that judging takes little time beside an iteration.
 */
public final class RankingValidation {
    private static final int LENGTH = 10;
    private static final int MOST_USERS = 2000;
    /** Held-out ratings between two looks at whether to stop. */
    private static final int CHECK_EVERY = 1 << 14;
    /** Liked is what lies in the upper quarter of the scale: 4 of 5 stars and more. */
    private static final double LIKED = 0.75;

    private final RatingMatrix train;
    private final int[] users;
    private final Map<Integer, BitSet> liked;
    private final int threads;
    private final TrainListener listener;

    private RankingValidation(RatingMatrix train, Map<Integer, BitSet> liked, int threads, TrainListener listener) {
        this.train = train;
        this.users = sample(liked);
        this.liked = liked;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * @param heldOut may be empty or {@code null}
     * @param threads to judge with; the result does not depend on their number
     * @param listener is asked whether to stop
     */
    public static Validation of(RatingMatrix train, HeldOut heldOut, int threads, TrainListener listener) {
        Map<Integer, BitSet> liked = heldOut == null ? Map.of() : liked(train, heldOut, listener);
        return new Validation(Metric.NDCG_AT_10,
                liked.isEmpty() ? null : new RankingValidation(train, liked, threads, listener)::meanNdcg);
    }

    /**
     * The mean NDCG@10 of a trained model's lists, on all cores.
     *
     * @param split the ratings that are known, whose movies are left out of the lists, and those to judge by
     * @param listener is asked whether to stop
     * @return NaN where nobody liked a held-out movie
     * @throws CancellationException if the listener asked to stop
     */
    public static double ndcg(FactorModel model, Split split, TrainListener listener) {
        Validation validation = of(split.train(), split.heldOut(), Runtime.getRuntime().availableProcessors(),
                listener);
        return validation.absent() ? Double.NaN : validation.judge().applyAsDouble(model);
    }

    private static Map<Integer, BitSet> liked(RatingMatrix train, HeldOut heldOut, TrainListener listener) {
        double threshold = train.minRating() + LIKED * (train.maxRating() - train.minRating());
        Map<Integer, BitSet> liked = new TreeMap<>();
        for (int i = 0; i < heldOut.size(); i++) {
            if (i % CHECK_EVERY == 0) {
                checkCancelled(listener);
            }
            if (heldOut.user(i) >= 0 && heldOut.movie(i) >= 0 && heldOut.rating(i) >= threshold) {
                liked.computeIfAbsent(heldOut.user(i), user -> new BitSet()).set(heldOut.movie(i));
            }
        }
        return liked;
    }

    private static void checkCancelled(TrainListener listener) {
        if (listener.cancelled()) {
            throw new CancellationException("The training was cancelled.");
        }
    }

    /** Evenly spaced users. */
    private static int[] sample(Map<Integer, BitSet> liked) {
        int[] all = liked.keySet().stream().mapToInt(Integer::intValue).toArray();
        int step = Math.ceilDiv(all.length, MOST_USERS);
        return IntStream.range(0, Math.ceilDiv(all.length, step)).map(number -> all[number * step]).toArray();
    }

    private double meanNdcg(FactorModel model) {
        float[] movieFactors = model.allMovieFactors();
        double[] ndcgs = new double[users.length];
        try (Workers workers = new Workers(threads)) {
            workers.run(worker -> {
                float[] scores = new float[model.movies().size()];
                for (int i = worker; i < users.length; i += threads) {
                    checkCancelled(listener);
                    Kernels.get().dots(model.userFactors(users[i]), movieFactors, model.factors(), 0, scores.length,
                            scores);
                    ndcgs[i] = ndcg(list(users[i], model, scores), liked.get(users[i]));
                }
            });
        }
        return Arrays.stream(ndcgs).average().orElseThrow();
    }

    private List<Scored> list(int user, FactorModel model, float[] scores) {
        TopK best = new TopK(LENGTH);
        int position = train.byUser().start(user);
        for (int movie = 0; movie < scores.length; movie++) {
            if (position < train.byUser().end(user) && train.byUser().index(position) == movie) {
                position++;
            } else {
                best.offer(movie, model.movieBias(movie) + scores[movie]);
            }
        }
        return best.drain();
    }

    private static double ndcg(List<Scored> list, BitSet liked) {
        double gain = 0;
        double ideal = 0;
        for (int rank = 0; rank < LENGTH; rank++) {
            double discount = Math.log(2) / Math.log(rank + 2);
            gain += rank < list.size() && liked.get(list.get(rank).index()) ? discount : 0;
            ideal += rank < liked.cardinality() ? discount : 0;
        }
        return gain / ideal;
    }
}
