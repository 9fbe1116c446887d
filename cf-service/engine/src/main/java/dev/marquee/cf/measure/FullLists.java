package dev.marquee.cf.measure;

import dev.marquee.cf.index.ListSearch;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.common.rank.Scored;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/**
 * One list for each user, of all movies of which no rating by that user is known.
 *
 * @param search makes the lists
 * @param known the ratings that are known of the users
 * @param popular makes the others' lists
 * @param held the held-out ratings, by user
 */
record FullLists(ListSearch search, RatingMatrix known, PopularLists popular, Csr held, RankingProtocol protocol) {

    /** @return by user */
    RankingScores.Judged[] judge(int[] users, Runnable checkCancelled) {
        int[] acquainted = Arrays.stream(users).filter(user -> !popular.serves(user)).toArray();
        Iterator<List<Scored>> lists = search
                .top(acquainted, protocol.longest(), known.byUser()::rowIndexes, checkCancelled).iterator();
        return Arrays.stream(users)
                .mapToObj(user -> judged(user, popular.serves(user)
                        ? popular.list(user, protocol.longest())
                        : lists.next().stream().mapToInt(Scored::index).toArray()))
                .toArray(RankingScores.Judged[]::new);
    }

    private RankingScores.Judged judged(int user, int[] list) {
        int[] relevant = RankingScores.relevant(held, user, protocol);
        BitSet hits = new BitSet();
        for (int rank = 0; rank < list.length; rank++) {
            hits.set(rank, Arrays.binarySearch(relevant, list[rank]) >= 0);
        }
        ListSums sums = new ListSums(protocol);
        sums.add(hits, relevant.length);
        return sums.judged(list);
    }
}
