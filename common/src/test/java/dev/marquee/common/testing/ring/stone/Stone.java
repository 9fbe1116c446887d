package dev.marquee.common.testing.ring.stone;

import dev.marquee.common.testing.ring.Ring;

/** Knows the ring. */
public final class Stone {
    public static final Object COLOUR = "red";

    private Stone() {}

    public static String described() {
        return "of " + Ring.described();
    }
}
