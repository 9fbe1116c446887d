package dev.marquee.cf.train.baseline;

/**
 * {@link MeanTrainer} has no settings.
 */
public record MeanOptions() implements BaselineOptions {
    public static final MeanOptions DEFAULTS = new MeanOptions();
}
