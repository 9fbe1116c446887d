package dev.marquee.cf.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Forests of any shape say what one says who goes from node to node, to the bit.
 */
class ForestPropertyTest {
    private static final int ROWS = 200;
    /** Thresholds and features are mostly of these, so that they meet. */
    private static final float[] USUAL = {0, -0f, 1, -1, 0.5f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE,
            -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, -1.5f};

    /** Trees that are drawn, and the plain way through them. */
    private static final class Drawn {
        final SplittableRandom random;
        final int features;
        final List<Integer> roots = new ArrayList<>();
        final List<Integer> asked = new ArrayList<>();
        final List<Integer> left = new ArrayList<>();
        final List<Float> values = new ArrayList<>();

        Drawn(SplittableRandom random, int features, int trees, int depth) {
            this.random = random;
            this.features = features;
            for (int tree = 0; tree < trees; tree++) {
                roots.add(place());
                grow(roots.getLast(), depth);
            }
        }

        int place() {
            asked.add(0);
            left.add(0);
            values.add((float) random.nextGaussian());
            return values.size() - 1;
        }

        void grow(int at, int depth) {
            if (depth == 0 || random.nextInt(5) == 0) {
                return;
            }
            int first = place();
            int second = place();
            asked.set(at, Forest.asking(random.nextInt(features), random.nextBoolean()));
            left.set(at, first);
            float threshold = number();
            values.set(at, Float.isNaN(threshold) ? 0 : threshold);
            grow(first, depth - 1);
            grow(second, depth - 1);
        }

        float number() {
            return random.nextBoolean() ? (float) random.nextGaussian() : USUAL[random.nextInt(USUAL.length)];
        }

        Forest forest() {
            float[] numbers = new float[values.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = values.get(i);
            }
            return new Forest(features, ints(roots), ints(asked), ints(left), numbers);
        }

        static int[] ints(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }

        float sum(float[] rows, int at) {
            float sum = 0;
            for (int node : roots) {
                while (left.get(node) != 0) {
                    float value = rows[at + (asked.get(node) & Integer.MAX_VALUE)];
                    boolean goesLeft = Float.isNaN(value) ? asked.get(node) < 0 : value < values.get(node);
                    node = left.get(node) + (goesLeft ? 0 : 1);
                }
                sum += values.get(node);
            }
            return sum;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 61})
    void theSumIsThatOfOneTreeAfterTheOther(int trees) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int features = 1 + random.nextInt(50);
            Drawn drawn = new Drawn(random, features, trees, random.nextInt(13));
            Forest forest = drawn.forest();
            float[] rows = new float[1 + ROWS * features];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = drawn.number();
            }
            for (int row = 0; row < ROWS; row++) {
                int at = 1 + row * features;
                assertEquals(Float.floatToRawIntBits(drawn.sum(rows, at)),
                        Float.floatToRawIntBits(forest.sum(rows, at)), "seed " + seed + ", row " + row);
            }
        }
    }
}
