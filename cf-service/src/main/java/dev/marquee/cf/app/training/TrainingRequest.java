package dev.marquee.cf.app.training;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to train, in the words of whoever asks; {@link TrainingPlanner} makes sense of it. What is {@code null} comes
 * from the configuration.
 *
 * @param algorithm the one that is recommended for the role, where it is not said
 * @param options hyper-parameters that differ from the defaults
 * @param role what the algorithm is for, where it is not said; to predict stars, where neither is
 * @param holdout fraction of the ratings to judge the model by
 * @param refit whether to train anew on all ratings at the end
 */
public record TrainingRequest(@Nullable String algorithm, @Nullable Map<String, @Nullable Object> options,
        @Nullable String role,
        @Nullable Double holdout, @Nullable Boolean refit) {

    /** All as it is configured. */
    static TrainingRequest of(String algorithm) {
        return new TrainingRequest(algorithm, null, null, null, null);
    }
}
