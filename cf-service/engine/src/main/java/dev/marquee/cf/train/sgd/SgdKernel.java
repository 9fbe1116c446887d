package dev.marquee.cf.train.sgd;

/**
 * The inner loop of SGD. Implementations agree up to rounding. Stateless, thread-safe.
 */
interface SgdKernel {

    /**
     * One step for each rating of a range: both rows are moved at once, each by the other's old values, and their
     * states are brought up to date by {@link SgdStep}.
     *
     * @param from first rating of the blocks
     * @param to after the last
     * @param perFactor 1/k
     * @return the sum of the squared errors, each as met before its step
     */
    double steps(SgdBlocks blocks, int from, int to, SgdRows users, SgdRows movies, float mean, float perFactor);
}
