package dev.marquee.cf.train.support;

/**
 * What a rating weighs as a sign of preference: s^c, with s = (r - lowest) / (highest - lowest). So the worst rating
 * says no more than having none, and how much more the better ones say is a matter of c. Immutable, thread-safe.
 */
public record Confidence(float lowest, float highest, double exponent) {

    /** From 0 to 1; 1 where all ratings are the same. */
    public float of(float rating) {
        if (highest <= lowest) {
            return 1;
        }
        float share = Math.clamp((rating - lowest) / (highest - lowest), 0, 1);
        return exponent == 1 ? share : (float) Math.pow(share, exponent);
    }
}
