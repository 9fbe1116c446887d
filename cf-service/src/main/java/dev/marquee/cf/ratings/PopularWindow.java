package dev.marquee.cf.ratings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Popular movies of some time, best first.
 *
 * @param since only ratings after this time counted; {@code null}: all did, or no rating has a time
 * @param tooFew how many ratings the days that were asked for hold, where these were too few for a list, and it goes
 *            back further; {@code null}: it is of these days
 */
public record PopularWindow(@Nullable Instant since, List<PopularMovie> movies, @Nullable Long tooFew) {

    /** What was asked for. */
    public PopularWindow(@Nullable Instant since, List<PopularMovie> movies) {
        this(since, movies, null);
    }

    /** How many ratings it is of. */
    long ratings() {
        return movies.stream().mapToLong(PopularMovie::ratings).sum();
    }

    PopularWindow insteadOf(long few) {
        return new PopularWindow(since, movies, few);
    }
}
