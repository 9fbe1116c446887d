package dev.marquee.cf.eval;

import dev.marquee.cf.train.TrainOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One choice of hyper-parameters, tried out.
 *
 * @param settings the options that were searched over, by name
 * @param options all of them
 * @param value of the metric that is searched by; {@code null} where a training failed
 * @param failure why it failed; {@code null} where it did not
 * @param seconds that it took
 */
public record Trial(Map<String, String> settings, TrainOptions options, @Nullable Summary value,
        @Nullable String failure,
        double seconds) {}
