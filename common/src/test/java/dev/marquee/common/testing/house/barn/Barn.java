package dev.marquee.common.testing.house.barn;

import dev.marquee.common.testing.house.House;

/** Knows the house's own package, and so all that this knows. */
public final class Barn {
    public static String described() {
        return "hay beside " + House.described();
    }

    private Barn() {}
}
