package dev.marquee.cf.train;

/**
 * The reference.
 */
final class ScalarSgdKernel implements SgdKernel {

    @Override
    public float dot(float[] p, int fromP, float[] q, int fromQ, int length) {
        float sum = 0;
        for (int f = 0; f < length; f++) {
            sum += p[fromP + f] * q[fromQ + f];
        }
        return sum;
    }

    @Override
    public void move(float[] p, int fromP, float keepP, float pullP, float[] q, int fromQ, float keepQ, float pullQ,
            int length) {
        for (int f = 0; f < length; f++) {
            float old = p[fromP + f];
            p[fromP + f] = keepP * old + pullP * q[fromQ + f];
            q[fromQ + f] = keepQ * q[fromQ + f] + pullQ * old;
        }
    }
}
