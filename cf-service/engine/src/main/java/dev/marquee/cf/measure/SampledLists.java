package dev.marquee.cf.measure;

import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * For each relevant held-out movie a list of it and of movies that were drawn from those that the user rated neither in
 * the training nor among the held-out ratings. What is drawn depends on the seed and the user only. Thread-safe.
 *
 * @param known the ratings that are known of the users
 * @param popular orders the lists of users of whom none is
 * @param held the held-out ratings, by user
 */
record SampledLists(FactorModel model, FactorIndex index, RatingMatrix known, PopularLists popular, Csr held,
        RankingProtocol protocol) {
    private static final long APART = 0x9E3779B97F4A7C15L;

    /** @return by user */
    RankingScores.Judged[] judge(int[] users, Runnable checkCancelled) {
        return Arrays.stream(users).parallel().mapToObj(user -> {
            checkCancelled.run();
            return judged(user);
        }).toArray(RankingScores.Judged[]::new);
    }

    private RankingScores.Judged judged(int user) {
        SplittableRandom random = new SplittableRandom(protocol.seed() ^ APART * (user + 1));
        int[] unrated = IntStream.range(0, index.size())
                .filter(movie -> known.byUser().find(user, movie) < 0 && held.find(user, movie) < 0).toArray();
        IntToDoubleFunction scores = scores(user);
        ListSums sums = new ListSums(protocol);
        for (int movie : RankingScores.relevant(held, user, protocol)) {
            BitSet hits = new BitSet();
            hits.set(rank(scores, movie, Draw.first(unrated, protocol.samples(), random)));
            sums.add(hits, 1);
        }
        return sums.judged();
    }

    private IntToDoubleFunction scores(int user) {
        if (popular.serves(user)) {
            return popular::score;
        }
        float[] taste = model.userFactors(user);
        return movie -> index.score(taste, movie);
    }

    private static int rank(IntToDoubleFunction scores, int movie, int[] others) {
        double score = scores.applyAsDouble(movie);
        int before = 0;
        for (int other : others) {
            double otherScore = scores.applyAsDouble(other);
            before += otherScore > score || (otherScore == score && other < movie) ? 1 : 0;
        }
        return before;
    }
}
