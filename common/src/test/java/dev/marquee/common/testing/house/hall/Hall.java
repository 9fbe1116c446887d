package dev.marquee.common.testing.house.hall;

import dev.marquee.common.testing.house.cellar.Cellar;

/** Knows the cellar. */
public final class Hall {
    public static Cellar[] described() {
        return new Cellar[0];
    }

    private Hall() {}
}
