package dev.marquee.cf.ratings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a file's ratings. Not thread-safe.
 */
final class ImportCounts {
    private long added;
    private long replaced;
    private long kept;
    private long deleted;

    /**
     * Columns that count by outcome: added, replaced, kept, deleted.
     *
     * @param was the columns of stars and time that were there
     * @param becomes those that are there then
     */
    static String columns(String was, String wasAt, String becomes, String becomesAt) {
        String changed = "(" + was + ", " + wasAt + ") is distinct from (" + becomes + ", " + becomesAt + ")";
        return "count(*) filter (where given and " + was + " is null and " + becomes + " is not null), "
                + "count(*) filter (where given and " + was + " is not null and " + changed + "), "
                + "count(*) filter (where given and " + was + " is not null and not (" + changed + ")), "
                + "count(*) filter (where given and " + was + " is null and " + becomes + " is null)";
    }

    /**
     * Adds what was counted by {@link #columns}.
     *
     * @param first position of the first column
     * @param sign 1, or -1 for what is decided anew
     */
    ImportCounts add(ResultSet row, int first, int sign) throws SQLException {
        added += sign * row.getLong(first);
        replaced += sign * row.getLong(first + 1);
        kept += sign * row.getLong(first + 2);
        deleted += sign * row.getLong(first + 3);
        return this;
    }

    /** All ratings of a file, where there were none. */
    void addAll(long ratings) {
        added += ratings;
    }

    ImportCounts copy() {
        ImportCounts copy = new ImportCounts();
        copy.added = added;
        copy.replaced = replaced;
        copy.kept = kept;
        copy.deleted = deleted;
        return copy;
    }

    Map<String, Long> toMap(long ratings, long users, long movies) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("ratings", ratings);
        counts.put("users", users);
        counts.put("movies", movies);
        counts.put("added", added);
        counts.put("replaced", replaced);
        counts.put("kept", kept);
        counts.put("deleted", deleted);
        return counts;
    }
}
