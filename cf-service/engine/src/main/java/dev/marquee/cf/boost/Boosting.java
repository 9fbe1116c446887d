package dev.marquee.cf.boost;

/**
 * How trees are grown.
 *
 * @param trees at most, 1 or more
 * @param depth of a tree, 1 to 12
 * @param learningRate what part of what a tree found is taken over, more than 0, at most 1
 * @param leafRows as many rows as a leaf has at least
 * @param regularization λ: how far leaves are drawn to 0
 * @param patience so many trees without a better figure of the rows held out end it; without a meaning where none are
 * @param seed of every draw
 * @param threads 1 or more; the trees do not depend on their number
 */
public record Boosting(int trees, int depth, double learningRate, double leafRows, double regularization,
        int patience, long seed, int threads) {

    /** The same with exactly so many trees. */
    public Boosting withTrees(int exactly) {
        return new Boosting(exactly, depth, learningRate, leafRows, regularization, patience, seed, threads);
    }
}
