package dev.marquee.cf.app.recommend;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;

/**
 * Where a list's movies come from.
 */
public enum Strategy {
    /** The rating model alone. */
    @JsonProperty("model")
    MODEL,
    /** Movies whose metadata are like those of the movies that the user likes. */
    @JsonProperty("content")
    CONTENT,
    /** Both, weighed against each other. */
    @JsonProperty("blend")
    BLEND,
    /** What everybody likes. */
    @JsonProperty("popular")
    POPULAR;

    /**
     * @throws InvalidRequest naming the words that are allowed
     */
    @JsonCreator
    public static Strategy fromString(String word) {
        return Arrays.stream(values()).filter(strategy -> strategy.word().equals(word)).findFirst().orElseThrow(
                () -> new InvalidRequest("strategy", "must be one of model, content, blend, popular, is " + word));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
