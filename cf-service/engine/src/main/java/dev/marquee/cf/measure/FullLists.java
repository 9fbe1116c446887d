package dev.marquee.cf.measure;

import dev.marquee.cf.index.ListSearch;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.common.rank.Scored;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One list for each user, of all movies without a training rating of that user.
 *
 * @param search makes the lists
 * @param held the held-out ratings, by user
 */
record FullLists(ListSearch search, RatingMatrix train, Csr held,
        RankingProtocol protocol) {

    /** @return by user */
    RankingScores.Judged[] judge(int[] users, Runnable checkCancelled) {
        List<List<Scored>> lists = search.top(users, protocol.longest(), train.byUser()::rowIndexes, checkCancelled);
        return IntStream.range(0, users.length).mapToObj(i -> judged(users[i], lists.get(i)))
                .toArray(RankingScores.Judged[]::new);
    }

    private RankingScores.Judged judged(int user, List<Scored> list) {
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
