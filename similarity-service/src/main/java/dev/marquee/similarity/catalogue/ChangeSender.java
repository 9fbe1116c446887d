package dev.marquee.similarity.catalogue;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells all replicas, by PostgreSQL's NOTIFY, which movies a transaction changed. Messages arrive when the transaction
 * has taken effect, and only then. Each replica has one sender, so that it can tell its own messages from those of
 * others.
 */
public final class ChangeSender {
    /** The channel on which replicas listen. */
    public static final String CHANNEL = "marquee_catalogue";

    /** The message is a parameter by name for Hibernate, by place for JDBC. */
    static final String SEND_TEXT = "select count(*) from pg_notify('" + CHANNEL + "', :message)";
    static final String SEND = SEND_TEXT.replace(":message", "?");
    private static final String EVERYTHING = "*";
    /** PostgreSQL takes 8,000 bytes; more ids than fit are sent as "everything". */
    private static final int MAX_MESSAGE = 7_900;

    private final String origin = UUID.randomUUID().toString();

    /**
     * @param movieIds of the movies that changed
     */
    String message(Collection<Long> movieIds) {
        String message = origin + " " + movieIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return message.length() > MAX_MESSAGE ? everything() : message;
    }

    String everything() {
        return origin + " " + EVERYTHING;
    }

    /** Reads a message of another replica, or of this one. */
    public Change read(String message) {
        int space = message.indexOf(' ');
        String what = message.substring(space + 1);
        boolean own = message.startsWith(origin + " ");
        return what.equals(EVERYTHING) ? new Change(own, new long[0], true) : new Change(own, ids(what), false);
    }

    private static long[] ids(String list) {
        String[] parts = list.split(",");
        long[] ids = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            ids[i] = Long.parseLong(parts[i]);
        }
        return ids;
    }

    /**
     * What a message says.
     *
     * @param own whether this replica sent it
     * @param movieIds which movies to look at again; none if {@code everything}
     * @param everything whether the whole catalogue is to be loaded again
     */
    public record Change(boolean own, long[] movieIds, boolean everything) {}
}
