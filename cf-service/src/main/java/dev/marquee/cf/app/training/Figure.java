package dev.marquee.cf.app.training;

import org.jspecify.annotations.Nullable;

/**
 * How well a model does after an epoch.
 *
 * @param metric what the value is, such as {@code rmse} or {@code ndcg@10}; {@code null} before the first epoch
 * @param value {@code null} where there is none
 */
public record Figure(@Nullable String metric, @Nullable Double value) {
    static final Figure NONE = new Figure(null, null);
}
