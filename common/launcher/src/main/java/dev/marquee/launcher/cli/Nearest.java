package dev.marquee.launcher.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Of some names, those that a misspelt word is likely to mean. picocli itself suggests options that begin with the same
 * two letters, and so none for {@code --prot} or {@code --dta}.
 */
final class Nearest {
    /** One letter in so many may be wrong. */
    private static final int LETTERS = 3;

    private Nearest() {}

    /** The likeliest first; dashes before a word or a name do not count. */
    static List<String> to(String word, Collection<String> names) {
        String bare = bare(word);
        return names.stream().filter(name -> distance(bare, bare(name)) <= bare.length() / LETTERS)
                .sorted(Comparator.<String>comparingInt(name -> distance(bare, bare(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String bare(String word) {
        return word.replaceFirst("^-+", "");
    }

    /** How many letters are to insert, to take away, to change, or to exchange with the next; 1 for a beginning. */
    private static int distance(String word, String name) {
        if (word.length() > 1 && name.startsWith(word) && !name.equals(word)) {
            return 1;
        }
        int[][] cost = new int[word.length() + 1][name.length() + 1];
        for (int i = 0; i <= word.length(); i++) {
            for (int j = 0; j <= name.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, word, name, i, j);
            }
        }
        return cost[word.length()][name.length()];
    }

    private static int step(int[][] cost, String word, String name, int i, int j) {
        char last = word.charAt(i - 1);
        int same = cost[i - 1][j - 1] + (last == name.charAt(j - 1) ? 0 : 1);
        int best = Math.min(same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && last == name.charAt(j - 2) && word.charAt(i - 2) == name.charAt(j - 1);
        return exchanged ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
