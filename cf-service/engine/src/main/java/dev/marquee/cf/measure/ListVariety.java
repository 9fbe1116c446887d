package dev.marquee.cf.measure;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * What is in the lists of all users together.
 *
 * <p>
 * {@code coverage@k}: the share of the matrix's movies that stand in the first k of at least one list (catalogue
 * coverage of Ge, Delgado-Battenfeld, Jannach 2010). It grows with the number of users whose lists are looked at.
 *
 * <p>
 * {@code novelty@k}: the mean self-information of the movies in the first k, in bits: −log₂ of the share of users with
 * a training rating that rated the movie, averaged over all places of all lists (Zhou et al. 2010; Vargas, Castells
 * 2011). A movie that nobody rated counts as if one user had.
 */
final class ListVariety {
    private ListVariety() {}

    /** @param lists movies by rank */
    static SequencedMap<String, Double> of(List<int[]> lists, RatingMatrix train, RankingProtocol protocol) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        for (int k : protocol.lengths()) {
            values.put("coverage@" + k, lists.isEmpty() ? Double.NaN : coverage(lists, train, k));
            values.put("novelty@" + k, novelty(lists, train, k));
        }
        return values;
    }

    private static double coverage(List<int[]> lists, RatingMatrix train, int k) {
        BitSet shown = new BitSet();
        for (int[] list : lists) {
            for (int rank = 0; rank < Math.min(k, list.length); rank++) {
                shown.set(list[rank]);
            }
        }
        return (double) shown.cardinality() / train.movies().size();
    }

    private static double novelty(List<int[]> lists, RatingMatrix train, int k) {
        Csr byUser = train.byUser();
        double raters = IntStream.range(0, byUser.rows()).filter(user -> byUser.length(user) > 0).count();
        double bits = 0;
        long places = 0;
        for (int[] list : lists) {
            for (int rank = 0; rank < Math.min(k, list.length); rank++) {
                bits -= Math.log(Math.max(1, train.byMovie().length(list[rank])) / raters) / Math.log(2);
                places++;
            }
        }
        return bits / places;
    }
}
