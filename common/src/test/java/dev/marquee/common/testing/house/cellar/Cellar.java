package dev.marquee.common.testing.house.cellar;

/** Knows nothing. */
public final class Cellar {
    public static String described() {
        return "wine";
    }

    private Cellar() {}
}
