package dev.marquee.cf.train;

/**
 * The two inner loops of an SGD step, over padded rows. Implementations agree up to rounding. Stateless, thread-safe.
 */
interface SgdKernel {

    /** Σ p[fromP+f]·q[fromQ+f]. @param length a multiple of {@link SgdRows#PADDING} */
    float dot(float[] p, int fromP, float[] q, int fromQ, int length);

    /**
     * Moves both rows at once, each by the other's old values: p ← keepP·p + pullP·q, q ← keepQ·q + pullQ·p.
     *
     * @param length a multiple of {@link SgdRows#PADDING}
     */
    void move(float[] p, int fromP, float keepP, float pullP, float[] q, int fromQ, float keepQ, float pullQ,
            int length);
}
