package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.rank.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The fast ways against the plain scan with numbers of any size that a float can have, down to those so small that they
 * have few digits left, and products that are smaller still.
 */
class MagnitudesPropertyTest {
    private static final int LISTS = 1000;
    private static final int USERS = 5;

    @Test
    void theFastWaysAnswerAsThePlainScanWhateverTheMagnitudes() {
        for (long seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            int factors = 1 + random.nextInt(20);
            int size = 1 + random.nextInt(300);
            float[] items = numbers(random, size, factors);
            float[] offsets = random.nextBoolean() ? new float[size] : numbers(random, size, 1);
            FactorIndex index = FactorIndex.of(factors, items, offsets);
            List<float[]> users = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                users.add(numbers(random, 1, factors));
            }
            int n = 1 + random.nextInt(20);
            List<List<Scored>> expected = new ArrayList<>();
            for (float[] x : users) {
                expected.add(index.scan(x, n, ItemFilter.ALL));
                assertEquals(expected.getLast(), index.top(x, n, ItemFilter.ALL), "seed " + seed);
            }
            assertEquals(expected, index.topOfMany(users, n, user -> ItemFilter.ALL, 1), "seed " + seed);
        }
    }

    /** Rows near one magnitude each, which is that of all rows, or any. */
    private static float[] numbers(Random random, int rows, int columns) {
        float[] numbers = new float[rows * columns];
        int all = exponent(random);
        boolean mixed = random.nextInt(4) == 0;
        boolean spikes = random.nextInt(4) == 0;
        for (int row = 0; row < rows; row++) {
            int exponent = mixed ? exponent(random) : all;
            for (int column = 0; column < columns; column++) {
                double number = random.nextGaussian() * Math.scalb(1.0, exponent - random.nextInt(3));
                numbers[row * columns + column] = spikes && random.nextInt(3) > 0 ? 0 : (float) number;
            }
        }
        return numbers;
    }

    /** Half of them around the square root of the smallest number, so that products are about the smallest. */
    private static int exponent(Random random) {
        return random.nextBoolean() ? -80 + random.nextInt(20) : -150 + random.nextInt(270);
    }

    @Test
    void productsBelowTheSmallestNumberAreToldApart() {
        // Bounds of 0 for all but the last would end the search before it.
        float[] items = new float[200];
        for (int item = 0; item < items.length; item++) {
            items[item] = 1e-20f * (1 + item / 200f);
        }
        FactorIndex index = FactorIndex.of(1, items, new float[items.length]);
        for (float x : new float[]{1e-18f, 1e-20f, 3e-21f, 1e-24f, 1e-25f, 1e-26f, -1e-20f, Float.MIN_VALUE}) {
            float[] user = {x};
            assertEquals(index.scan(user, 7, ItemFilter.ALL), index.top(user, 7, ItemFilter.ALL), "user " + x);
        }
    }
}
