package dev.marquee.cf.eval;

import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How data are divided into ratings to train on and ratings to test on.
 */
public enum Protocol {
    /** The official folds of MovieLens 100K. */
    FOLDS,
    /** Each rating belongs to one of k random parts; each part is tested once by a model of the others. */
    KFOLD,
    /** A random fraction is tested. */
    RANDOM,
    /** The last ratings of each user are tested. */
    LEAVE_LAST,
    /** What came after one point of time is tested. */
    TIME,
    /**
     * Some users are unknown to the training. Some ratings of each are told, by folding them into the model, and the
     * others are tested.
     */
    NEWCOMERS,
    /**
     * For choosing hyper-parameters: only the training part of another protocol is looked at, and divided once more.
     * That of the official folds, where the data have them, else that of {@link #RANDOM} with the same fraction and
     * seed.
     */
    VALIDATION;

    /** The name in reports and on command lines. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same as {@link #id}. */
    @Override
    public String toString() {
        return id();
    }

    /** @throws InvalidRequest listing the names that there are */
    public static Protocol named(String id) {
        return Arrays.stream(values()).filter(protocol -> protocol.id().equals(id)).findFirst()
                .orElseThrow(() -> new InvalidRequest("protocol", "is none of " + Arrays.stream(values())
                        .map(Protocol::id).collect(Collectors.joining(", ")) + ": " + id));
    }
}
