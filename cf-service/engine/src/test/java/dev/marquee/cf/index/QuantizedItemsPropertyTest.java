package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What the search relies on, by itself: a list hides a bound that is too low as long as something else lets the item
 * through.
 */
class QuantizedItemsPropertyTest {
    private static final int SIZE = 150;

    /** Items and users of one seed. */
    private record Sample(float[] x, float[] items, float[] offsets, QuantizedItems quantized, QuantizedUser user) {
        static Sample of(long seed) {
            Random random = new Random(seed);
            int factors = 1 + random.nextInt(130);
            boolean spikes = random.nextBoolean();
            float[] items = numbers(random, SIZE * factors, spikes);
            float[] offsets = numbers(random, SIZE, false);
            float[] x = numbers(random, factors, random.nextBoolean());
            QuantizedItems quantized = new QuantizedItems(items, offsets, factors);
            return new Sample(x, items, offsets, quantized, quantized.quantize(x));
        }

        private static float[] numbers(Random random, int count, boolean spikes) {
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = spikes && random.nextInt(10) > 0 ? 0 : (float) random.nextGaussian();
            }
            return numbers;
        }

        double score(int item) {
            double sum = offsets[item];
            for (int f = 0; f < x.length; f++) {
                sum += (double) x[f] * items[item * x.length + f];
            }
            return sum;
        }

        /** |e|, what the whole numbers leave of an item. */
        double itemRemainder(int place) {
            double squares = 0;
            for (int f = 0; f < x.length; f++) {
                squares += square(items[quantized.order[place] * x.length + f]
                        - (double) quantized.scales[place] * quantized.whole(place, f));
            }
            return Math.sqrt(squares);
        }
    }

    @Test
    void everyScoreLiesWithinItsBounds() {
        for (long seed = 0; seed < 200; seed++) {
            Sample sample = Sample.of(seed);
            QuantizedItems items = sample.quantized;
            QuantizedUser user = sample.user;
            float[] bounds = new float[QuantizedItems.BLOCK];
            for (int place = 0; place < SIZE; place++) {
                int inBlock = place % QuantizedItems.BLOCK;
                if (inBlock == 0) {
                    ScalarBlockBounds.reach(items, place / QuantizedItems.BLOCK, user, 0, bounds);
                }
                double score = sample.score(items.order[place]);
                double width = 2.0 * user.slope() * items.lengths[place];
                String where = "seed " + seed + ", place " + place;
                assertTrue(score <= bounds[inBlock] + user.slack(), where);
                assertTrue(score >= bounds[inBlock] - width - user.slack(), where);
            }
        }
    }

    /**
     * ρ·|t·d| + |f| of the javadoc's formula, worked out from the whole numbers; only rounding of floats may be added.
     */
    @Test
    void boundsAreAsWideAsTheRemaindersMakeThem() {
        for (long seed = 0; seed < 200; seed++) {
            Sample sample = Sample.of(seed);
            double worst = 0;
            double largest = 0;
            for (int place = 0; place < SIZE; place++) {
                float length = sample.quantized.lengths[place];
                worst = Math.max(worst, length == 0 ? 0 : sample.itemRemainder(place) / length);
                largest = Math.max(largest, Math.abs(sample.quantized.offsets[place]) + sample.user.length() * length);
            }
            double left = 0;
            double whole = 0;
            for (int f = 0; f < sample.x.length; f++) {
                left += square(sample.x[f] - (double) sample.user.scale() * sample.user.codes()[f]);
                whole += square(sample.user.codes()[f]);
            }
            double slope = worst * sample.user.scale() * Math.sqrt(whole) + Math.sqrt(left);
            assertTrue(sample.user.slope() >= slope, "seed " + seed + ": " + sample.user.slope() + " < " + slope);
            // Rounding moves a number by half a scale at most, and a scale is at most a 127th of a length.
            double widest = sample.user.length() * Math.sqrt(sample.x.length) / 120;
            assertTrue(sample.user.slope() <= widest, "seed " + seed + ": " + sample.user.slope() + " > " + widest);
            double rounding = 1e-5 * (slope + sample.x.length * sample.user.length());
            assertTrue(sample.user.slope() <= slope + rounding, "seed " + seed + ": " + sample.user.slope());
            assertTrue(sample.user.slack() <= 1e-5 * largest, "seed " + seed + ": " + sample.user.slack());
        }
    }

    private static double square(double number) {
        return number * number;
    }

    /** Sums of products are taken modulo 2¹⁶, which loses nothing while both vectors are no longer than this. */
    @Test
    void wholeNumbersFitTheirSums() {
        for (long seed = 0; seed < 200; seed++) {
            Sample sample = Sample.of(seed);
            double ofUser = 0;
            for (short whole : sample.user.codes()) {
                ofUser += square(whole);
            }
            for (int place = 0; place < SIZE; place++) {
                double ofItem = 0;
                for (int f = 0; f < sample.x.length; f++) {
                    int whole = sample.quantized.whole(place, f);
                    assertTrue(Math.abs(whole) <= 127, "seed " + seed + ", place " + place);
                    ofItem += square(whole);
                }
                assertTrue(Math.sqrt(ofUser) * Math.sqrt(ofItem) <= Short.MAX_VALUE, "seed " + seed);
            }
        }
    }

    @Test
    void itemsStandByWhatTheyPromiseAndTiesByIndex() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            float[] items = new float[SIZE];
            float[] offsets = new float[SIZE];
            for (int item = 0; item < SIZE; item++) {
                items[item] = random.nextInt(3) - 1;
                offsets[item] = random.nextInt(9) - 6; // so that promises are below zero, too
            }
            QuantizedItems quantized = new QuantizedItems(items, offsets, 1);
            for (int place = 1; place < SIZE; place++) {
                int before = quantized.order[place - 1];
                int item = quantized.order[place];
                float step = offsets[before] + Math.abs(items[before]) - offsets[item] - Math.abs(items[item]);
                assertTrue(step > 0 || (step == 0 && before < item), "seed " + seed + ", place " + place);
            }
        }
    }

    @Test
    void aBlockIsPassedOverOnlyWhereNoItemOfItReaches() {
        for (long seed = 0; seed < 200; seed++) {
            Sample sample = Sample.of(seed);
            for (int block = 0; block < sample.quantized.blocks; block++) {
                double best = Double.NEGATIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                float longest = 0;
                int end = Math.min(SIZE, (block + 1) * QuantizedItems.BLOCK);
                for (int place = block * QuantizedItems.BLOCK; place < end; place++) {
                    best = Math.max(best, sample.score(sample.quantized.order[place]));
                    most = Math.max(most, sample.quantized.offsets[place]);
                    longest = Math.max(longest, sample.quantized.lengths[place]);
                }
                String where = "seed " + seed + ", block " + block;
                assertFalse(sample.quantized.below(block, sample.user, (float) best), where);
                float beyond = (float) (most + 1.001 * sample.user.length() * longest + 0.01);
                assertTrue(sample.quantized.below(block, sample.user, beyond), where);
            }
        }
    }

    @Test
    void aBlockIsFullButForTheLast() {
        QuantizedItems items = new QuantizedItems(new float[67], new float[67], 1);
        assertEquals(-1L, items.filled(0));
        assertEquals(0b111, items.filled(1));
    }
}
