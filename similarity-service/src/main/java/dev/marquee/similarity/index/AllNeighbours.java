package dev.marquee.similarity.index;

import dev.marquee.common.error.UnknownId;
import dev.marquee.common.id.IdMap;

/**
 * The nearest neighbours of every movie, in flat arrays: 8 bytes for each neighbour. Movies are numbered by ascending id.
 * Immutable, thread-safe.
 */
public final class AllNeighbours {
    private final IdMap ids;
    private final int limit;
    private final int[] counts;
    private final int[] neighbours;
    private final float[] scores;

    /**
     * Takes over the arrays.
     *
     * @param counts how many neighbours each movie has, at most {@code limit}
     * @param neighbours numbers of movies, {@code limit} places for each movie, best first
     * @param scores likewise
     */
    AllNeighbours(IdMap ids, int limit, int[] counts, int[] neighbours, float[] scores) {
        this.ids = ids;
        this.limit = limit;
        this.counts = counts;
        this.neighbours = neighbours;
        this.scores = scores;
    }

    /** How many movies there are. */
    public int size() {
        return ids.size();
    }

    /** The id of the movie with this number, {@code 0 … size-1}. */
    public long movieId(int number) {
        return ids.idOf(number);
    }

    /**
     * The number of the movie with this id.
     *
     * @throws UnknownId if there is none
     */
    public int number(long movieId) {
        int number = ids.indexOf(movieId);
        if (number < 0) {
            throw new UnknownId("movie", movieId);
        }
        return number;
    }

    /** How many neighbours the movie has: fewer than were asked for where too few movies share anything with it. */
    public int count(int number) {
        return counts[number];
    }

    /**
     * @param rank {@code 0 … count-1}, best first
     */
    public Neighbour neighbour(int number, int rank) {
        int at = Math.multiplyExact(number, limit) + rank;
        return new Neighbour(ids.idOf(neighbours[at]), scores[at]);
    }
}
