package dev.marquee.cf.ratings;

import dev.marquee.common.imports.ConflictRule;
import java.util.Map;
import java.util.TreeMap;

/** What an import comes to, rating by rating, as plain as can be. */
final class ConflictOracle {
    /** Of one user and one movie, both below 100. */
    record Pair(int user, int movie) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Integer.compare(user * 100 + movie, other.user * 100 + other.movie);
        }
    }

    /** @param time seconds since 1970; 0: unknown */
    record Said(double stars, long time) {}

    final Map<Pair, Said> ratings = new TreeMap<>();
    final Map<Pair, Long> deletions = new TreeMap<>();
    long added;
    long replaced;
    long kept;
    long deleted;

    void put(Pair pair, Said said) {
        ratings.put(pair, said);
    }

    void delete(Pair pair, long now) {
        deletions.put(pair, Math.max(now, ratings.remove(pair).time()));
    }

    void importFile(Map<Pair, Said> file, ConflictRule rule) {
        file.forEach((pair, said) -> {
            Said before = ratings.get(pair);
            boolean takes = switch (rule) {
                case FILE -> true;
                case KEEP -> before == null && !deletions.containsKey(pair);
                case NEWER -> before != null
                        ? said.time() > before.time()
                        : !deletions.containsKey(pair) || said.time() > deletions.get(pair);
            };
            if (takes) {
                ratings.put(pair, said);
            }
            if (before == null) {
                added += takes ? 1 : 0;
                deleted += takes ? 0 : 1;
            } else {
                boolean changed = takes && !said.equals(before);
                replaced += changed ? 1 : 0;
                kept += changed ? 0 : 1;
            }
        });
    }
}
