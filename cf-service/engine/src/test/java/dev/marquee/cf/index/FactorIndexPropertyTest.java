package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.id.IdMap;
import dev.marquee.common.rank.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast way against the plain scan: the same items with the same scores, to the last tie. */
class FactorIndexPropertyTest {

    @Test
    void theFastWayAnswersAsThePlainScan() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int factors = 1 + random.nextInt(90);
            int size = random.nextInt(700);
            FactorIndex index = FactorIndex.of(factors, items(random, size, factors), offsets(random, size));
            float[] x = user(random, factors);
            int n = random.nextInt(40);
            BitSet excluded = new BitSet();
            random.ints(random.nextInt(size + 1), 0, size + 1).forEach(excluded::set);
            ItemFilter filter = random.nextInt(3) == 0 ? ItemFilter.ALL : item -> !excluded.get(item);
            assertEquals(index.scan(x, n, filter), index.top(x, n, filter), "seed " + seed);
        }
    }

    @Test
    void boundsAreNeverBelowTheScore() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int factors = 1 + random.nextInt(130);
            float[] items = items(random, 64, factors);
            float[] offsets = offsets(random, 64);
            FactorIndex index = FactorIndex.of(factors, items, offsets);
            float[] x = user(random, factors);
            // Whatever the bounds let through is scored anew; what they wrongly held back would be missing here.
            assertEquals(64, index.top(x, 64, ItemFilter.ALL).size(), "seed " + seed);
            Scored best = index.scan(x, 1, ItemFilter.ALL).getFirst();
            assertEquals(best, index.top(x, 1, ItemFilter.ALL).getFirst(), "seed " + seed);
        }
    }

    @Test
    void listsOfManyUsersAreThoseOfOneAtATime() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int factors = 1 + random.nextInt(90);
            int size = random.nextInt(700);
            FactorIndex index = FactorIndex.of(factors, items(random, size, factors), offsets(random, size));
            List<float[]> users = new ArrayList<>();
            List<ItemFilter> filters = new ArrayList<>();
            for (int user = random.nextInt(150); user >= 0; user--) {
                users.add(user(random, factors));
                int step = 1 + random.nextInt(5);
                filters.add(item -> item % step == 0);
            }
            int n = random.nextInt(40);
            List<List<Scored>> expected = new ArrayList<>();
            for (int user = 0; user < users.size(); user++) {
                expected.add(index.scan(users.get(user), n, filters.get(user)));
            }
            for (int threads = 1; threads <= 3; threads++) {
                assertEquals(expected, index.topOfMany(users, n, filters::get, threads), "seed " + seed);
            }
        }
    }

    /** Their order is lost by the whole numbers, and only exact bounds keep them in the list. */
    @Test
    void scoresThatDifferByLessThanTheirBoundsAreToldApart() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int factors = 1 + random.nextInt(90);
            float[] x = user(random, factors);
            float[] like = user(random, factors);
            float[] items = new float[1500 * factors];
            for (int i = 0; i < items.length; i++) {
                items[i] = like[i % factors] * (1 + 0.01f * (float) random.nextGaussian());
            }
            FactorIndex index = FactorIndex.of(factors, items, new float[1500]);
            assertEquals(index.scan(x, 5, ItemFilter.ALL), index.top(x, 5, ItemFilter.ALL), "seed " + seed);
        }
    }

    @Test
    void numbersTooLargeForBoundsAreScanned() {
        Random random = new Random(1);
        float[] items = items(random, 200, 8);
        items[9] = 1e25f;
        FactorIndex index = FactorIndex.of(8, items, new float[200]);
        float[] x = new float[8];
        Arrays.fill(x, 1e20f);
        assertEquals(index.scan(x, 5, ItemFilter.ALL), index.top(x, 5, ItemFilter.ALL));
        List<float[]> users = List.of(x, new float[8], x, x, x);
        assertEquals(users.stream().map(user -> index.scan(user, 5, ItemFilter.ALL)).toList(),
                index.topOfMany(users, 5, user -> ItemFilter.ALL, 1));
    }

    @Test
    void aFilterThatFailsEndsTheBatch() {
        FactorIndex index = FactorIndex.of(1, new float[]{1, 2}, new float[2]);
        List<float[]> users = Collections.nCopies(200, new float[]{1});
        for (int threads = 1; threads <= 2; threads++) {
            int count = threads;
            assertThrows(IllegalStateException.class, () -> index.topOfMany(users, 1, user -> {
                if (user == 150) {
                    throw new IllegalStateException("no filter");
                }
                return ItemFilter.ALL;
            }, count));
        }
    }

    @Test
    void theVectorisedBoundsAreThePlainOnes() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int factors = 1 + random.nextInt(100);
            QuantizedItems items = new QuantizedItems(items(random, 130, factors), offsets(random, 130), factors);
            QuantizedUser[] users = new QuantizedUser[4];
            for (int user = 0; user < users.length; user++) {
                users[user] = items.quantize(user(random, factors));
            }
            for (int block = 0; block < items.blocks; block++) {
                assertSameBounds(items, block, users, "seed " + seed);
            }
        }
    }

    private static void assertSameBounds(QuantizedItems items, int block, QuantizedUser[] users, String where) {
        float[] four = new float[4 * QuantizedItems.BLOCK];
        long[] reachedFour = new long[4];
        float[] thresholds = {0.5f, -0.5f, 1, 0};
        PanamaBlockBounds.reachFour(items, block, users, thresholds, new short[4 * QuantizedItems.BLOCK], four,
                reachedFour);
        for (int user = 0; user < 4; user++) {
            float[] expected = new float[QuantizedItems.BLOCK];
            float[] one = new float[QuantizedItems.BLOCK];
            long plain = ScalarBlockBounds.reach(items, block, users[user], thresholds[user], expected);
            long reached = PanamaBlockBounds.reach(items, block, users[user], thresholds[user],
                    new short[QuantizedItems.BLOCK], one);
            assertEquals(reached, reachedFour[user], where);
            for (int i = 0; i < QuantizedItems.BLOCK; i++) {
                assertEquals(expected[i], one[i], 1e-4f * (1 + Math.abs(expected[i])), where + ", place " + i);
                assertEquals(one[i], four[user * QuantizedItems.BLOCK + i], where + ", place " + i);
                assertEquals(expected[i] >= thresholds[user], (plain >>> i & 1) == 1, where + ", place " + i);
                assertEquals(one[i] >= thresholds[user], (reached >>> i & 1) == 1, where + ", place " + i);
            }
        }
    }

    @Test
    void neighboursAreThoseOfTheLargestCosine() {
        float[] items = {1, 0, 2, 0.1f, 0, 3, 0, 0, -1, 0};
        FactorIndex index = FactorIndex.of(2, items, new float[5]);
        List<Scored> nearest = index.nearest(0, 10, ItemFilter.ALL);
        assertEquals(List.of(1, 2, 4), nearest.stream().map(Scored::index).toList());
        assertTrue(nearest.getFirst().score() > 0.99f && nearest.getLast().score() == -1f, nearest.toString());
        assertTrue(index.nearest(3, 10, ItemFilter.ALL).isEmpty(), "an item of zero length is like none");
    }

    @Test
    void aCosineIsTheProductOfTheItemsOverTheirLengths() {
        Random random = new Random(5);
        float[] items = items(random, 20, 7);
        FactorIndex index = FactorIndex.of(7, items, new float[20]);
        for (int a = 0; a < 20; a++) {
            for (int b = 0; b < 20; b++) {
                double product = 0;
                double ofA = 0;
                double ofB = 0;
                for (int f = 0; f < 7; f++) {
                    product += items[a * 7 + f] * items[b * 7 + f];
                    ofA += items[a * 7 + f] * items[a * 7 + f];
                    ofB += items[b * 7 + f] * items[b * 7 + f];
                }
                assertEquals(ofA * ofB == 0 ? 0 : product / Math.sqrt(ofA * ofB), index.cosine(a, b), 1e-5);
            }
        }
    }

    @Test
    void aModelsMoviesAreScoredWithTheirBiasAndWhatIsKnownBefore() {
        IdMap ids = IdMap.of(new long[]{1, 2});
        FactorModel model = new FactorModel(ids, ids, 1, 3, 1, 5, new float[2], new float[]{0.5f, -0.5f}, new float[2],
                new float[]{1, 2});
        assertEquals(0.5f + 3, FactorIndex.of(model, null).score(new float[]{3}, 0));
        assertEquals(-0.5f + 0.25f + 6, FactorIndex.of(model, new float[]{1, 0.25f}).score(new float[]{3}, 1));
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        assertThrows(InvalidRequest.class, () -> FactorIndex.of(1, new float[]{Float.NaN}, new float[1]));
        FactorIndex index = FactorIndex.of(1, new float[]{1}, new float[1]);
        assertThrows(InvalidRequest.class, () -> index.top(new float[]{Float.POSITIVE_INFINITY}, 1, ItemFilter.ALL));
        assertThrows(IllegalArgumentException.class, () -> index.top(new float[2], 1, ItemFilter.ALL));
    }

    private static float[] items(Random random, int size, int factors) {
        float[] items = new float[size * factors];
        int kind = random.nextInt(4);
        for (int i = 0; i < items.length; i++) {
            items[i] = switch (kind) {
                case 0 -> (float) random.nextGaussian();
                case 1 -> random.nextInt(3) - 1; // many ties
                case 2 -> (float) (random.nextGaussian() * Math.exp(-0.2 * (i % factors))); // as real factors fall off
                default -> random.nextInt(20) == 0 ? 1000f * (float) random.nextGaussian() : 0; // spikes and zero rows
            };
        }
        return items;
    }

    private static float[] offsets(Random random, int size) {
        float[] offsets = new float[size];
        boolean whole = random.nextBoolean();
        for (int i = 0; i < size; i++) {
            offsets[i] = whole ? random.nextInt(3) : (float) random.nextGaussian();
        }
        return offsets;
    }

    private static float[] user(Random random, int factors) {
        float[] x = new float[factors];
        boolean whole = random.nextBoolean();
        for (int f = 0; f < factors; f++) {
            x[f] = random.nextInt(10) == 0 ? 0 : whole ? random.nextInt(5) - 2 : (float) random.nextGaussian();
        }
        return x;
    }
}
