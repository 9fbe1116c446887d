package dev.marquee.cf.ratings;

import dev.marquee.common.imports.ConflictRule;

/**
 * The conflict rules as SQL, for all ways in which ratings of a file come among those that are there. A rating of the
 * file is {@code f}, the one that is there {@code r}, a deletion {@code d}; all are of one user and one movie, and any
 * may be missing.
 *
 * <p>
 * What was said later counts. A known time is later than an unknown one; of equal times, or two unknown ones, what is
 * there stays. A deletion where there is a rating is older than that.
 */
final class ConflictSql {
    private ConflictSql() {}

    /** Whether the file's rating counts, as an expression that is never null. */
    static String takes(ConflictRule rule) {
        return "(f.user_id is not null and (" + switch (rule) {
            case FILE -> "true";
            case KEEP -> "r.user_id is null and d.user_id is null";
            case NEWER -> """
                    case when r.user_id is not null
                      then coalesce(f.rated_at > r.rated_at, f.rated_at is not null and r.rated_at is null)
                    else d.user_id is null or coalesce(f.rated_at > d.deleted_at, false) end""";
        } + "))";
    }

    /** The stars and the time that count, both null where there is no rating then. */
    static String outcome(ConflictRule rule) {
        String takes = takes(rule);
        return "case when " + takes + " then f.rating else r.rating end, case when " + takes
                + " then f.rated_at else r.rated_at end";
    }

    /** Two aliases name the same user and movie. */
    static String same(String one, String other) {
        return one + ".user_id = " + other + ".user_id and " + one + ".movie_id = " + other + ".movie_id";
    }
}
