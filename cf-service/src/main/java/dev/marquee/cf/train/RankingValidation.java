package dev.marquee.cf.train;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * Judges a model by the lists that it makes: the mean NDCG@10 over users of all movies that they have no training rating of,
 * where the relevant ones are those that they liked among the held-out ratings. Of many users, a fixed sample is asked, so
 * that judging takes little time beside an iteration.
 */
public final class RankingValidation {
    private static final int LENGTH = 10;
    private static final int MOST_USERS = 2000;
    /** Liked is what lies in the upper quarter of the scale: 4 of 5 stars and more. */
    private static final double LIKED = 0.75;

    private final RatingMatrix train;
    private final Map<Integer, BitSet> likedByUser;
    private final TrainListener listener;

    private RankingValidation(RatingMatrix train, Map<Integer, BitSet> likedByUser, TrainListener listener) {
        this.train = train;
        this.likedByUser = likedByUser;
        this.listener = listener;
    }

    /**
     * @param heldOut may be empty or {@code null}
     * @param listener is asked whether to stop
     */
    static Validation of(RatingMatrix train, HeldOut heldOut, TrainListener listener) {
        Map<Integer, BitSet> liked = heldOut == null ? Map.of() : sample(liked(train, heldOut));
        return new Validation(Metric.NDCG_AT_10,
                liked.isEmpty() ? null : new RankingValidation(train, liked, listener)::meanNdcg);
    }

    /**
     * The mean NDCG@10 of a trained model's lists, of all users with a liked movie among the held-out ratings.
     *
     * @param split the ratings that are known, whose movies are left out of the lists, and those to judge by
     * @return NaN where nobody liked a held-out movie
     */
    public static double ndcg(FactorModel model, Split split) {
        Map<Integer, BitSet> liked = liked(split.train(), split.heldOut());
        return liked.isEmpty()
                ? Double.NaN
                : new RankingValidation(split.train(), liked, TrainListener.NONE).meanNdcg(model);
    }

    private static Map<Integer, BitSet> liked(RatingMatrix train, HeldOut heldOut) {
        double threshold = train.minRating() + LIKED * (train.maxRating() - train.minRating());
        Map<Integer, BitSet> liked = new TreeMap<>();
        for (int i = 0; i < heldOut.size(); i++) {
            if (heldOut.user(i) >= 0 && heldOut.movie(i) >= 0 && heldOut.rating(i) >= threshold) {
                liked.computeIfAbsent(heldOut.user(i), user -> new BitSet()).set(heldOut.movie(i));
            }
        }
        return liked;
    }

    /** Evenly spaced users. */
    private static Map<Integer, BitSet> sample(Map<Integer, BitSet> all) {
        int step = Math.ceilDiv(Math.max(1, all.size()), MOST_USERS);
        Map<Integer, BitSet> sample = new TreeMap<>();
        int number = 0;
        for (Map.Entry<Integer, BitSet> user : all.entrySet()) {
            if (number++ % step == 0) {
                sample.put(user.getKey(), user.getValue());
            }
        }
        return sample;
    }

    private double meanNdcg(FactorModel model) {
        float[] movieFactors = model.allMovieFactors();
        float[] scores = new float[model.movies().size()];
        double sum = 0;
        for (Map.Entry<Integer, BitSet> user : likedByUser.entrySet()) {
            if (listener.cancelled()) {
                throw new CancellationException("The training was cancelled.");
            }
            Kernels.get().dots(model.userFactors(user.getKey()), movieFactors, model.factors(), 0, scores.length,
                    scores);
            sum += ndcg(list(user.getKey(), model, scores), user.getValue());
        }
        return sum / likedByUser.size();
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
