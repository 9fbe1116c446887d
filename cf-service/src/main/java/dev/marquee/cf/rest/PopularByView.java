package dev.marquee.cf.rest;

import dev.marquee.cf.ratings.PopularBy;
import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;

/**
 * What popular movies are ordered by, as requests say it.
 */
enum PopularByView {
    COUNT, RATING;

    /** @throws InvalidRequest naming the words that are allowed */
    static PopularByView fromString(String word) {
        return Arrays.stream(values()).filter(view -> view.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> new InvalidRequest("by", "must be one of count, rating, is " + word));
    }

    PopularBy order() {
        return PopularBy.valueOf(name());
    }
}
