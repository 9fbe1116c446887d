package dev.marquee.cf.train.sgd;

import dev.marquee.cf.matrix.RatingMatrix;
import java.util.Arrays;

/**
 * What the work-groups of {@link DeviceSgdKernels#STEP} do in a round: slots, each a few ratings of one user or movie.
 * A rating is in two slots, one of its user and one of its movie. A row's slots stand beside each other in one
 * work-group, which sums them in their order, so no two work-groups write the same number and sums do not depend on
 * timing.
 *
 * <p>
 * Users and movies are rows of one table that has each row twice: a round reads the row where the row's last round
 * wrote it, and writes the other place. So what a round writes, none of its work-groups reads. Which place that is
 * follows from how many rounds the row has been in, and is part of the numbers here.
 *
 * <p>
 * Rounds are prepared one after the other, from the first on; each overwrites what the one before left. Not
 * thread-safe.
 */
final class SgdSlots {
    /** Integers of a slot: its row, its first entry, the entry after the last, and see {@link #slots}. */
    static final int NUMBERS = 4;
    /** Entries that a slot has at most, unless its row has too many for a work-group. */
    static final int ENTRIES = 4;

    /** By entry of the round: the row of the other side, as it is read. */
    int[] index = new int[0];
    /** By entry of the round. */
    float[] ratings = new float[0];
    /** The fourth number of a row's first slot is the number of the row's slots; of all others, and unused slots, 0. */
    int[] slots = new int[0];
    private final SgdRounds rounds;
    private final int users;
    private final int rows;
    private final int slotsOfGroup;
    /** By row: whether it was in an odd number of rounds so far. */
    private final boolean[] odd;
    /** By row, during one round: its entries; then the place of its next. */
    private final int[] places;
    private int[] met = new int[0];
    private int entries;
    private int used;
    private int visits;
    private int userGroups;

    /** @param slotsOfGroup of a work-group */
    SgdSlots(RatingMatrix matrix, SgdRounds rounds, int slotsOfGroup) {
        this.rounds = rounds;
        this.users = matrix.users().size();
        this.rows = users + matrix.movies().size();
        this.slotsOfGroup = slotsOfGroup;
        this.odd = new boolean[rows];
        this.places = new int[rows];
    }

    /** Before the first round of an epoch: all rows stand at their first places. */
    void begin() {
        Arrays.fill(odd, false);
    }

    /** The next round. */
    void prepare(int round) {
        int from = rounds.start(round);
        int to = rounds.start(round + 1);
        reserve(to - from);
        entries = 0;
        used = 0;
        int usersMet = side(rounds.users, 0, rounds.movies, users, from, to, 0);
        userGroups = groups();
        fillTo(userGroups * slotsOfGroup);
        int allMet = side(rounds.movies, users, rounds.users, 0, from, to, usersMet);
        for (int i = 0; i < allMet; i++) {
            odd[met[i]] ^= true;
        }
        visits = allMet;
        fillTo(groups() * slotsOfGroup);
    }

    private void reserve(int count) {
        if (index.length < 2 * count) {
            index = new int[2 * count];
            ratings = new float[2 * count];
            met = new int[2 * count];
        }
    }

    /** @return after the last row met */
    private int side(int[] own, int ownFrom, int[] others, int othersFrom, int from, int to, int metFrom) {
        int metTo = metFrom;
        for (int i = from; i < to; i++) {
            int row = ownFrom + own[i];
            if (places[row]++ == 0) {
                met[metTo++] = row;
            }
        }
        for (int i = metFrom; i < metTo; i++) {
            int count = places[met[i]];
            places[met[i]] = entries;
            allot(met[i], count);
        }
        for (int i = from; i < to; i++) {
            int at = places[ownFrom + own[i]]++;
            index[at] = place(othersFrom + others[i]);
            ratings[at] = rounds.ratings[i];
        }
        for (int i = metFrom; i < metTo; i++) {
            places[met[i]] = 0;
        }
        return metTo;
    }

    private int place(int row) {
        return odd[row] ? row + rows : row;
    }

    /**
     * Gives a row its slots, in a work-group of its own if one is not enough for it at {@link #ENTRIES} each: then the
     * first slot of that group tells how many entries the longest has.
     */
    private void allot(int row, int count) {
        int each = Math.max(ENTRIES, Math.ceilDiv(count, slotsOfGroup));
        int wanted = Math.ceilDiv(count, each);
        int left = slotsOfGroup - used % slotsOfGroup;
        int start = used + (wanted > left || each > ENTRIES ? left % slotsOfGroup : 0);
        fillTo(start);
        int end = entries + count;
        grow(used + wanted);
        for (int slot = 0; slot < wanted; slot++) {
            int at = NUMBERS * used++;
            slots[at] = place(row);
            slots[at + 1] = entries;
            entries = Math.min(end, entries + each);
            slots[at + 2] = entries;
            slots[at + 3] = slot == 0 ? wanted : 0;
        }
    }

    /** With slots that have nothing. */
    private void fillTo(int start) {
        grow(start);
        Arrays.fill(slots, NUMBERS * used, NUMBERS * Math.max(used, start), 0);
        used = Math.max(used, start);
    }

    private void grow(int count) {
        if (slots.length < NUMBERS * count) {
            slots = Arrays.copyOf(slots, Math.max(2 * slots.length, NUMBERS * count));
        }
    }

    /** Entries of the round: twice its ratings. */
    int entries() {
        return entries;
    }

    /** Work-groups of the round; those of users come first. */
    int groups() {
        return Math.ceilDiv(used, slotsOfGroup);
    }

    /** Those of users. */
    int userGroups() {
        return userGroups;
    }

    /** Users and movies that move in the round. */
    int visits() {
        return visits;
    }

    /** By row: 1 if it stands at its second place after the rounds so far, else 0. */
    int[] oddRows() {
        int[] flags = new int[rows];
        for (int row = 0; row < rows; row++) {
            flags[row] = odd[row] ? 1 : 0;
        }
        return flags;
    }
}
