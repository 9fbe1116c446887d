package dev.marquee.cf.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.cf.app.recommend.Strategy;
import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a list's movies come from.
 */
@Schema(name = "Strategy")
public enum StrategyView {
    @JsonProperty("auto")
    AUTO, @JsonProperty("model")
    MODEL, @JsonProperty("content")
    CONTENT, @JsonProperty("blend")
    BLEND, @JsonProperty("popular")
    POPULAR;

    /**
     * @throws InvalidRequest naming the words that are allowed
     */
    @JsonCreator
    public static StrategyView fromString(String word) {
        return Arrays.stream(values()).filter(view -> view.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> new InvalidRequest("strategy",
                        "must be one of auto, model, content, blend, popular, is " + word));
    }

    static StrategyView of(Strategy strategy) {
        return valueOf(strategy.name());
    }

    Strategy strategy() {
        return Strategy.valueOf(name());
    }
}
