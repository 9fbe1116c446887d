package dev.marquee.cf.train.support;

import dev.marquee.cf.index.ListSearch;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.measure.ListMeasure;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Metric;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges a model by the lists that it makes: the mean NDCG@10 over users of all movies that they have no training
 * rating of, where the relevant ones are those that they liked among the held-out ratings. Of many users, a fixed
 * sample is asked, so that judging takes little time beside an iteration.
 */
public final class RankingValidation {
    private static final int LENGTH = 10;
    private static final int MOST_USERS = 2000;
    /** Held-out ratings between two looks at whether to stop. */
    private static final int CHECK_EVERY = 1 << 14;
    /** Of those that are rated so in the end, too. */
    private static final double LIKED = RankingProtocol.DEFAULTS.threshold();

    private final RatingMatrix train;
    private final int[] users;
    private final Map<Integer, BitSet> liked;
    private final Workers workers;

    private RankingValidation(RatingMatrix train, Map<Integer, BitSet> liked, Workers workers) {
        this.train = train;
        this.users = sample(liked);
        this.liked = liked;
        this.workers = workers;
    }

    /**
     * @param heldOut may be empty or {@code null}
     * @param workers to judge with; the result does not depend on their number
     */
    public static Validation of(RatingMatrix train, @Nullable HeldOut heldOut, Workers workers) {
        return validation(find(train, heldOut, workers));
    }

    /**
     * For a trainer that makes the lists itself.
     *
     * @return {@code null} if nobody liked a movie that was held out
     */
    public static @Nullable RankingValidation find(RatingMatrix train, @Nullable HeldOut heldOut, Workers workers) {
        Map<Integer, BitSet> liked = heldOut == null ? Map.of() : liked(heldOut, workers);
        return liked.isEmpty() ? null : new RankingValidation(train, liked, workers);
    }

    /** @param found {@code null}: there is nothing to judge by */
    public static Validation validation(@Nullable RankingValidation found) {
        return new Validation(Metric.NDCG_AT_10, found == null ? null : found::meanNdcg);
    }

    /** How many users have a list. */
    public int lists() {
        return users.length;
    }

    /** Training ratings of these users. */
    public long excluded() {
        return Arrays.stream(users).mapToLong(user -> train.byUser().length(user)).sum();
    }

    private static Map<Integer, BitSet> liked(HeldOut heldOut, Workers workers) {
        Map<Integer, BitSet> liked = new TreeMap<>();
        for (int i = 0; i < heldOut.size(); i++) {
            if (i % CHECK_EVERY == 0) {
                workers.checkCancelled();
            }
            if (heldOut.user(i) >= 0 && heldOut.movie(i) >= 0 && heldOut.rating(i) >= LIKED) {
                liked.computeIfAbsent(heldOut.user(i), user -> new BitSet()).set(heldOut.movie(i));
            }
        }
        return liked;
    }

    /** Evenly spaced users. */
    private static int[] sample(Map<Integer, BitSet> liked) {
        int[] all = liked.keySet().stream().mapToInt(Integer::intValue).toArray();
        int step = Math.ceilDiv(all.length, MOST_USERS);
        return IntStream.range(0, Math.ceilDiv(all.length, step)).map(number -> all[number * step]).toArray();
    }

    /** Of lists that a search makes. */
    public double meanNdcg(ListSearch search) {
        List<List<Scored>> lists = search.top(users, LENGTH, train.byUser()::rowIndexes, workers::checkCancelled);
        return IntStream.range(0, users.length)
                .mapToDouble(i -> ndcg(lists.get(i), Objects.requireNonNull(liked.get(users[i])))).average()
                .orElseThrow();
    }

    private double meanNdcg(FactorModel model) {
        float[] movieFactors = model.allMovieFactors();
        double[] ndcgs = new double[users.length];
        workers.run(worker -> {
            float[] scores = new float[model.movies().size()];
            for (int i = worker; i < users.length; i += workers.count()) {
                workers.checkCancelled();
                Kernels.get().dots(model.userFactors(users[i]), movieFactors, model.factors(), 0, scores.length,
                        scores);
                ndcgs[i] = ndcg(list(users[i], model, scores),
                        Objects.requireNonNull(liked.get(users[i])));
            }
        });
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
        BitSet hits = new BitSet();
        for (int rank = 0; rank < list.size(); rank++) {
            hits.set(rank, liked.get(list.get(rank).index()));
        }
        return ListMeasure.NDCG.of(hits, liked.cardinality(), LENGTH);
    }
}
