package dev.marquee.docs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Who uses whom, without cycles.
 *
 * @param uses from each to all that it uses
 */
record Arrows(Map<String, Set<String>> uses) {

    static Arrows none() {
        return new Arrows(new TreeMap<>());
    }

    void add(String from, String to) {
        if (!from.equals(to)) {
            uses.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
        }
    }

    /** Only those between wanted ones, by what they are called instead. */
    Arrows between(Predicate<String> wanted, UnaryOperator<String> named) {
        Arrows kept = none();
        uses.forEach((from, all) -> all.stream().filter(to -> wanted.test(from) && wanted.test(to))
                .forEach(to -> kept.add(named.apply(from), named.apply(to))));
        return kept;
    }

    /** Without those that follow from others: where a uses b and b uses c, that a uses c. */
    Arrows reduced() {
        Arrows kept = none();
        uses.forEach((from, all) -> all.stream().filter(to -> !isReachedWithout(from, to))
                .forEach(to -> kept.add(from, to)));
        return kept;
    }

    private boolean isReachedWithout(String from, String to) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(uses.get(from));
        open.remove(to);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
