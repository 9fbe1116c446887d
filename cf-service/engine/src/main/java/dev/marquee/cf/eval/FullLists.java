package dev.marquee.cf.eval;

import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.rank.Scored;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One list for each user, of all movies without a training rating of that user. Thread-safe.
 *
 * @param held the held-out ratings, by user
 */
record FullLists(FactorModel model, FactorIndex index, RatingMatrix train, Csr held,
        RankingProtocol protocol) implements RankingScores.Lists {

    @Override
    public RankingScores.Judged judge(int user) {
        List<Scored> list = index.top(model.userFactors(user), protocol.longest(),
                movie -> train.byUser().find(user, movie) < 0);
        int[] relevant = RankingScores.relevant(held, user, protocol);
        BitSet hits = new BitSet();
        for (int rank = 0; rank < list.size(); rank++) {
            hits.set(rank, Arrays.binarySearch(relevant, list.get(rank).index()) >= 0);
        }
        ListSums sums = new ListSums(protocol);
        sums.add(hits, relevant.length);
        return sums.judged(list.stream().mapToInt(Scored::index).toArray());
    }
}
