package dev.marquee.cf.measure;

import java.util.BitSet;

/**
 * Adds up every measure at every length over lists. Not thread-safe.
 */
final class ListSums {
    private final RankingProtocol protocol;
    private final double[] sums;
    private int lists;

    ListSums(RankingProtocol protocol) {
        this.protocol = protocol;
        this.sums = new double[protocol.lengths().size() * ListMeasure.values().length];
    }

    /** Adds a list; see {@link ListMeasure#of}. */
    void add(BitSet hits, int relevant) {
        int number = 0;
        for (int k : protocol.lengths()) {
            for (ListMeasure measure : ListMeasure.values()) {
                sums[number++] += measure.of(hits, relevant, k);
            }
        }
        lists++;
    }

    RankingScores.Judged judged(int... movies) {
        return new RankingScores.Judged(sums, lists, movies);
    }
}
