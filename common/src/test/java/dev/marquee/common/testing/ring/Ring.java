package dev.marquee.common.testing.ring;

import dev.marquee.common.testing.ring.stone.Stone;

/** Knows the stone. */
public final class Ring {
    private Ring() {}

    public static String described() {
        return "a ring with " + Stone.COLOUR;
    }
}
