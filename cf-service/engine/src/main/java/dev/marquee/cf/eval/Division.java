package dev.marquee.cf.eval;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;

/**
 * Data divided for one run.
 *
 * @param name such as {@code u1}
 */
public record Division(String name, RatingMatrix train, HeldOut test) {

    static Division of(String name, Split split) {
        return new Division(name, split.train(), split.heldOut());
    }
}
