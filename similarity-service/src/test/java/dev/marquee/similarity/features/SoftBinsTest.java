package dev.marquee.similarity.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SoftBinsTest {

    private static double cosine(SoftBins bins, int a, int b) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                if (bins.lower(a) + i == bins.lower(b) + j) {
                    sum += part(bins, a, i) * part(bins, b, j);
                }
            }
        }
        return sum;
    }

    private static double part(SoftBins bins, int number, int which) {
        return which == 0 ? Math.cos(bins.angle(number)) : Math.sin(bins.angle(number));
    }

    @Test
    void aNumberIsItsOwnEqual() {
        for (int year = 1880; year < 2050; year++) {
            assertEquals(1, cosine(SoftBins.YEARS, year, year), 1e-12, "year " + year);
        }
    }

    @Test
    void similarityFallsWithTheDistanceToNothing() {
        for (int year = 1900; year < 2000; year++) {
            for (int apart = 0; apart < 30; apart++) {
                double near = cosine(SoftBins.YEARS, year, year + apart);
                double further = cosine(SoftBins.YEARS, year, year + apart + 1);
                assertTrue(further <= near + 1e-12, year + " and " + apart + " years later");
            }
            assertTrue(cosine(SoftBins.YEARS, year, year + 3) > 0.85, "year " + year);
            assertEquals(0, cosine(SoftBins.YEARS, year, year + 20), 1e-12, "year " + year);
        }
    }

    @Test
    void numbersBeyondTheEndsCountAsTheEnds() {
        assertEquals(1, cosine(SoftBins.YEARS, 1874, 1900), 1e-12);
        assertEquals(1, cosine(SoftBins.MINUTES, 1, 8), 1e-12);
        assertEquals(1, cosine(SoftBins.MINUTES, 250, 900), 1e-12);
    }
}
