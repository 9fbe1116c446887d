package dev.marquee.cf.eval;

import dev.marquee.common.error.InvalidRequest;
import java.util.List;

/**
 * The sizes of what is tested.
 *
 * @param fraction of the ratings, more than 0 and less than 1: of {@code random}, {@code time} and {@code validation};
 *            of the users, of {@code newcomers}
 * @param folds of {@code kfold}, 2 to 100
 * @param last ratings of each user, of {@code leave-last}, 1 to 1000
 * @param told how many ratings of each of the {@code newcomers} are told, ascending, each 0 to 1000
 */
public record DivisionOptions(double fraction, int folds, int last, List<Integer> told) {
    /** A tenth; five folds; the last rating; up to five ratings of a newcomer. */
    public static final DivisionOptions DEFAULTS = new DivisionOptions(0.1, 5, 1, List.of(0, 1, 2, 3, 5));

    /** @throws InvalidRequest naming the value that is out of range */
    public DivisionOptions {
        if (!(fraction > 0 && fraction < 1)) {
            throw new InvalidRequest("fraction", "must be more than 0 and less than 1, is " + fraction);
        }
        if (folds < 2 || folds > 100) {
            throw new InvalidRequest("folds", "must be between 2 and 100, is " + folds);
        }
        if (last < 1 || last > 1000) {
            throw new InvalidRequest("last", "must be between 1 and 1000, is " + last);
        }
        told = told.stream().sorted().distinct().toList();
        if (told.isEmpty() || told.getFirst() < 0 || told.getLast() > 1000) {
            throw new InvalidRequest("told", "must be one or more numbers between 0 and 1000, is " + told);
        }
    }
}
