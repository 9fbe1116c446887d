package dev.marquee.cf.train;

import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a model is for.
 */
public enum Role {
    /** Predicts stars. */
    RATING,
    /** Orders lists. */
    RANKING;

    /** @throws InvalidRequest for {@code role} where it is none */
    public static Role named(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst()
                .orElseThrow(() -> new InvalidRequest("role", "must be rating or ranking, is " + id));
    }

    /** The name in requests and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
