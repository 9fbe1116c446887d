package dev.marquee.common.rank;

import java.util.Comparator;

/**
 * A dense index with its score.
 */
public record Scored(int index, float score) {

    /** Higher scores first; equal scores by ascending index. */
    public static final Comparator<Scored> BEST_FIRST = Comparator.comparing(Scored::score, Comparator.reverseOrder())
            .thenComparingInt(Scored::index);
}
