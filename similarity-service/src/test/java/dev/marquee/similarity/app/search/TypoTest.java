package dev.marquee.similarity.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TypoTest {

    @Test
    void oneMistakeIsForgiven() {
        assertTrue(Typo.atMostOne("matrix", "matrix"));
        assertTrue(Typo.atMostOne("matirx", "matrix"), "swapped");
        assertTrue(Typo.atMostOne("matrx", "matrix"), "missing");
        assertTrue(Typo.atMostOne("matrrix", "matrix"), "too many");
        assertTrue(Typo.atMostOne("matrax", "matrix"), "wrong");
        assertTrue(Typo.atMostOne("atrix", "matrix"), "missing at the start");
        assertTrue(Typo.atMostOne("matri", "matrix"), "missing at the end");
        assertTrue(Typo.atMostOne("amtrix", "matrix"), "swapped at the start");
        assertTrue(Typo.atMostOne("matrxi", "matrix"), "swapped at the end");
    }

    @Test
    void twoAreNot() {
        assertFalse(Typo.atMostOne("matr", "matrix"));
        assertFalse(Typo.atMostOne("amtirx", "matrix"));
        assertFalse(Typo.atMostOne("metrax", "matrix"));
        assertFalse(Typo.atMostOne("trixma", "matrix"));
    }

    @Test
    void agreesWithTheTableOfDistances() {
        long seed = 7;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            assertEquals(distance(a, b) <= 1, Typo.atMostOne(a, b), () -> a + " and " + b + ", seed " + seed);
        }
    }

    private static String word(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /** Optimal string alignment by dynamic programming, as in the textbooks. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + wrong);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
