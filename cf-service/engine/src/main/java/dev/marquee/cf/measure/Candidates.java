package dev.marquee.cf.measure;

import dev.marquee.common.error.InvalidRequest;
import java.util.Locale;

/**
 * Which movies a list is chosen from. Figures of the two ways cannot be compared, and models may even come out in
 * another order (Krichene, Rendle 2020, "On sampled metrics for item recommendation").
 */
public enum Candidates {
    /** All movies that the user has no training rating of; one list for each user. */
    FULL,
    /**
     * One relevant held-out movie and a sample of those that the user has rated nowhere; one list for each held-out
     * rating (Koren 2008; He et al. 2017).
     */
    SAMPLED;

    /** The name in reports and on command lines. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same as {@link #id}. */
    @Override
    public String toString() {
        return id();
    }

    /** @throws InvalidRequest listing the names that there are */
    public static Candidates named(String id) {
        for (Candidates candidates : values()) {
            if (candidates.id().equals(id)) {
                return candidates;
            }
        }
        throw new InvalidRequest("candidates", "is neither full nor sampled: " + id);
    }
}
