package dev.marquee.similarity.app.search;

/**
 * Whether two words differ by at most one typing mistake: a letter too many, missing, wrong, or two neighbours swapped.
 * That is a Damerau-Levenshtein distance (optimal string alignment) of at most 1, found in one pass.
 */
final class Typo {
    private Typo() {}

    static boolean atMostOne(String a, String b) {
        if (a.length() > b.length()) {
            return atMostOne(b, a);
        }
        int longer = b.length() - a.length();
        if (longer > 1) {
            return false;
        }
        int i = 0;
        while (i < a.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (longer == 1) {
            return sameFrom(a, i, b, i + 1);
        }
        return sameFrom(a, i + 1, b, i + 1) || swapped(a, b, i);
    }

    private static boolean swapped(String a, String b, int i) {
        return i + 1 < a.length() && a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i)
                && sameFrom(a, i + 2, b, i + 2);
    }

    /** Both rests are of equal length; beyond the end, equal. */
    private static boolean sameFrom(String a, int fromA, String b, int fromB) {
        return fromA >= a.length() || a.regionMatches(fromA, b, fromB, a.length() - fromA);
    }
}
