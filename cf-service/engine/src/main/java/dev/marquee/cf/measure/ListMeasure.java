package dev.marquee.cf.measure;

import java.util.BitSet;

/**
 * How good one list is. Relevance is yes or no; ranks count from 0; a list may be shorter than k where there are fewer
 * candidates. All values lie between 0 and 1. Without a relevant movie they are not defined.
 */
public enum ListMeasure {
    /** Relevant movies among the first k, divided by k. */
    PRECISION("precision") {
        @Override
        public double of(BitSet hits, int relevant, int k) {
            return (double) count(hits, k) / k;
        }
    },
    /**
     * Relevant movies among the first k, divided by the number of all relevant ones, even where that is more than k.
     */
    RECALL("recall") {
        @Override
        public double of(BitSet hits, int relevant, int k) {
            return (double) count(hits, k) / relevant;
        }
    },
    /**
     * Σ 1/log₂(rank + 2) over the relevant movies among the first k, divided by the most that a list of k can reach
     * (Järvelin, Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques").
     */
    NDCG("ndcg") {
        @Override
        public double of(BitSet hits, int relevant, int k) {
            double gain = 0;
            for (int rank = hits.nextSetBit(0); rank >= 0 && rank < k; rank = hits.nextSetBit(rank + 1)) {
                gain += discount(rank);
            }
            double ideal = 0;
            for (int rank = 0; rank < Math.min(k, relevant); rank++) {
                ideal += discount(rank);
            }
            return gain / ideal;
        }
    },
    /**
     * Average precision: the precision at the rank of each relevant movie among the first k, summed and divided by the
     * smaller of k and the number of relevant ones. Its mean over lists is MAP@k (Manning, Raghavan, Schütze 2008,
     * section 8.4).
     */
    AVERAGE_PRECISION("map") {
        @Override
        public double of(BitSet hits, int relevant, int k) {
            double sum = 0;
            int met = 0;
            for (int rank = hits.nextSetBit(0); rank >= 0 && rank < k; rank = hits.nextSetBit(rank + 1)) {
                sum += (double) ++met / (rank + 1);
            }
            return sum / Math.min(k, relevant);
        }
    },
    /** 1 if a relevant movie is among the first k, else 0. */
    HIT_RATE("hitRate") {
        @Override
        public double of(BitSet hits, int relevant, int k) {
            return count(hits, k) > 0 ? 1 : 0;
        }
    };

    private final String id;

    ListMeasure(String id) {
        this.id = id;
    }

    /**
     * @param hits the ranks at which a relevant movie stands
     * @param relevant how many relevant movies there are, in the list or not; at least 1 and at least as many as hits
     * @param k 1 or more
     */
    public abstract double of(BitSet hits, int relevant, int k);

    /** The name in reports, such as {@code ndcg@10}. */
    public String at(int k) {
        return id + "@" + k;
    }

    private static int count(BitSet hits, int k) {
        return hits.get(0, k).cardinality();
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }
}
