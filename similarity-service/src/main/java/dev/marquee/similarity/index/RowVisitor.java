package dev.marquee.similarity.index;

import dev.marquee.similarity.features.SparseVector;

/**
 * Is shown movies with their vectors.
 */
@FunctionalInterface
public interface RowVisitor {

    /** @return whether to go on */
    boolean visit(long movieId, SparseVector row);
}
