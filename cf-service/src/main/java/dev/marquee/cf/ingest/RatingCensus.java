package dev.marquee.cf.ingest;

import dev.marquee.common.ingest.Rejections;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Looks at ratings as they pass by, for what makes a file that reads well useless all the same. Not thread-safe.
 */
final class RatingCensus implements RatingConsumer {
    private final RatingConsumer next;
    /** Clocks differ; a day is none of their business. */
    private final long tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).getEpochSecond();
    private long ratings;
    private long withoutTime;
    private long ahead;
    private float least = Float.MAX_VALUE;
    private float most;

    RatingCensus(RatingConsumer next) {
        this.next = next;
    }

    @Override
    public void accept(long userId, long movieId, float rating, long epochSeconds) {
        ratings++;
        withoutTime += epochSeconds == 0 ? 1 : 0;
        ahead += epochSeconds > tomorrow ? 1 : 0;
        least = Math.min(least, rating);
        most = Math.max(most, rating);
        next.accept(userId, movieId, rating, epochSeconds);
    }

    void tell(String file, Rejections rejections) {
        if (ratings > 1 && least == most) {
            rejections.note("All ratings of " + file + " are " + least + " stars: no model can learn from them what"
                    + " anybody likes better.");
        }
        if (withoutTime > 0) {
            rejections.note(share(withoutTime) + " of " + file + " have no time (timestamp 0).");
        }
        if (ahead > 0) {
            rejections.note(share(ahead) + " of " + file + " are dated in the future.");
        }
    }

    private String share(long part) {
        return (part == ratings ? "All" : part + " of the " + ratings) + " ratings";
    }
}
