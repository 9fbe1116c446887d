package dev.marquee.common.testing.house;

import dev.marquee.common.testing.house.attic.Attic;

/** Knows the attic; nobody may know it. */
public final class House {
    public static String described() {
        return "a house with " + Attic.described();
    }

    private House() {}
}
