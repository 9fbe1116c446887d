package dev.marquee.common.testing.house.attic;

import dev.marquee.common.testing.house.cellar.Cellar;

/** Knows the cellar. */
public final class Attic {
    public static String described() {
        return "books above " + Cellar.described();
    }

    private Attic() {}
}
