package dev.marquee.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is wrong with an overlay, one line each.
 */
final class Findings {
    private final List<String> lines = new ArrayList<>();

    void require(boolean holds, String where, String what) {
        if (!holds) {
            lines.add(where + ": " + what);
        }
    }

    void requireEqual(Object expected, Object actual, String where, String what) {
        require(Objects.equals(expected, actual), where, what + " must be " + expected + ", is " + actual);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
