package dev.marquee.cf.eval;

import dev.marquee.cf.matrix.Newcomers;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.common.error.DataRejected;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides data by a protocol. Divisions are made when they are asked for, so that one at a time is in memory.
 */
public final class Divider {
    private final RatingSource data;
    private final DivisionOptions options;
    private @Nullable RatingMatrix all;

    public Divider(RatingSource data, DivisionOptions options) {
        this.data = data;
        this.options = options;
    }

    /** What is divided, or for the official folds, what one of them trains on; read once. */
    public RatingMatrix all() {
        if (all == null) {
            all = data.all();
        }
        return all;
    }

    /**
     * @param seed of what is drawn; the official folds and the point of time do not depend on it
     */
    public List<Supplier<Division>> divisions(Protocol protocol, long seed) {
        return switch (protocol) {
            case FOLDS -> each(RatingSource.OFFICIAL_FOLDS, number -> official(number + 1));
            case KFOLD -> each(options.folds(), number -> named("fold " + (number + 1),
                    Split.fold(all(), options.folds(), number, seed)));
            case RANDOM -> each(1, number -> random(seed));
            case LEAVE_LAST -> each(1, number -> named("last " + options.last(),
                    Split.leaveLast(all(), options.last(), seed)));
            case TIME -> each(1, number -> byTime("time", all()));
            case NEWCOMERS -> each(1, number -> newcomers("newcomers " + seed, all(), seed));
            case VALIDATION -> validation(data.hasFolds() ? Protocol.FOLDS : Protocol.RANDOM, seed);
        };
    }

    /**
     * Divisions of the training parts of a protocol: what it tests is left alone. Divided like the protocol does it, by
     * a random fraction instead of folds.
     */
    public List<Supplier<Division>> validation(Protocol outer, long seed) {
        if (outer == Protocol.FOLDS) {
            return each(RatingSource.OFFICIAL_FOLDS, number -> named("u" + (number + 1) + " base",
                    Split.random(data.base(number + 1), options.fraction(), seed + number + 1)));
        }
        List<Supplier<Division>> divisions = divisions(outer, seed);
        return each(divisions.size(), number -> {
            Division division = divisions.get(number).get();
            RatingMatrix train = division.train();
            long inner = seed + number + 1;
            String name = division.name() + " base";
            return switch (outer) {
                case LEAVE_LAST -> named(name, Split.leaveLast(train, options.last(), inner));
                case TIME -> byTime(name, train);
                case NEWCOMERS -> newcomers(name, train, inner);
                default -> named(name, Split.random(train, options.fraction(), inner));
            };
        });
    }

    private Division official(int fold) {
        RatingMatrix train = data.base(fold);
        return Division.of("u" + fold, train, data.test(fold, train));
    }

    private Division newcomers(String name, RatingMatrix from, long seed) {
        Newcomers users = Newcomers.of(from, options.fraction(), seed);
        requireSome(users.train().size(), users.newcomers().size());
        return Division.of(name, users, options.told(), seed);
    }

    private Division byTime(String name, RatingMatrix from) {
        Split split = Split.byTime(from, options.fraction());
        requireSome(split.train().size(), split.heldOut().size());
        return Division.byTime(name, split);
    }

    private Division random(long seed) {
        return named("random " + seed, Split.random(all(), options.fraction(), seed));
    }

    private static List<Supplier<Division>> each(int count, IntFunction<Division> division) {
        return IntStream.range(0, count).<Supplier<Division>>mapToObj(number -> () -> division.apply(number)).toList();
    }

    private static Division named(String name, Split split) {
        requireSome(split.train().size(), split.heldOut().size());
        return Division.of(name, split);
    }

    private static void requireSome(int trained, int tested) {
        if (trained == 0 || tested == 0) {
            throw new DataRejected("There are too few ratings to divide: " + trained + " to train on and " + tested
                    + " to test on. Choose another protocol or fraction.");
        }
    }
}
