package dev.marquee.cf.testing;

import static java.util.Map.entry;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.index.DeviceSearchKernels;
import dev.marquee.cf.train.als.DeviceAlsKernels;
import dev.marquee.cf.train.ials.DeviceIalsKernels;
import dev.marquee.cf.train.ondevice.DeviceKernels;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import dev.marquee.cf.train.sgd.DeviceSgdKernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Calls of every kernel with random numbers at sizes which are no multiples of anything: segments without an entry, of
 * one, and around the kernels' tiles; more work-groups than there is work where that is harmless.
 */
public final class KernelCases {
    private static final int[] LENGTHS = {0, 1, 2, 15, 16, 17, 31, 33, 64, 65, 131};
    private static final Map<Kernel, Function<KernelCases, List<KernelCase>>> CASES = Map.ofEntries(
            entry(DeviceAlsKernels.NORMAL, cases -> List.of(cases.alsNormal())),
            entry(DeviceAlsKernels.SOLVE,
                    cases -> List.of(cases.alsSolve(0, 1), cases.alsSolve(1, 1), cases.alsSolve(1, Float.NaN))),
            entry(DeviceKernels.SQUARED_ERRORS, cases -> List.of(cases.squaredErrors())),
            entry(DeviceIalsKernels.GRAM, cases -> List.of(cases.ialsGram(0), cases.ialsGram(1))),
            entry(DeviceIalsKernels.GRAM_SUM, cases -> List.of(cases.ialsGramSum())),
            entry(DeviceIalsKernels.PRODUCTS, cases -> List.of(cases.ialsProducts())),
            entry(DeviceIalsKernels.GRADIENTS, cases -> List.of(cases.ialsGradients(0), cases.ialsGradients(1))),
            entry(DeviceIalsKernels.BEGIN, cases -> List.of(cases.ialsBegin())),
            entry(DeviceIalsKernels.STEP, cases -> List.of(cases.ialsStep(1), cases.ialsStep(Float.NaN))),
            entry(DeviceSgdKernels.STEP, cases -> List.of(cases.sgdStep(0), cases.sgdStep(1))),
            entry(DeviceSgdKernels.SETTLE, cases -> List.of(cases.sgdSettle())),
            entry(DeviceSgdKernels.COPY, cases -> List.of(cases.sgdCopy())),
            entry(DeviceKernels.SUM_SEGMENTS, cases -> List.of(cases.sumSegments())),
            entry(DeviceKernels.SUM_PARTIALS, cases -> List.of(cases.sumPartials())),
            entry(DevicePriorKernels.PRIOR_TERMS, cases -> List.of(cases.priorTerms())),
            entry(DevicePriorKernels.DIRECTIONS, cases -> List.of(cases.directions())),
            entry(DevicePriorKernels.DESCEND, cases -> List.of(cases.descend())),
            entry(DeviceKernels.WEIGHTED_SUMS, cases -> List.of(cases.weightedSums())),
            entry(DevicePriorKernels.ADD_ROW, cases -> List.of(cases.addRow())),
            entry(DevicePriorKernels.AXPY, cases -> List.of(cases.axpy())),
            entry(DevicePriorKernels.PRODUCTS, cases -> List.of(cases.products(0), cases.products(1))),
            entry(DeviceSearchKernels.SCORES, cases -> List.of(cases.scores())),
            entry(DeviceSearchKernels.SELECT_TOP,
                    cases -> List.of(cases.selectTop(1), cases.selectTop(10), cases.selectTop(400))));

    private final Random random;
    private final int k;

    private KernelCases(int k, long seed) {
        this.k = k;
        this.random = new Random(seed);
    }

    /** @param k K; kernels that do not depend on it are among them too */
    public static List<KernelCase> of(Kernel kernel, int k, long seed) {
        KernelCases cases = new KernelCases(k, seed);
        return CASES.get(kernel).apply(cases);
    }

    private float[] floats(int size, double scale) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        return values;
    }

    private float[] positive(int size) {
        float[] values = floats(size, 1);
        for (int i = 0; i < size; i++) {
            values[i] = 0.3f + Math.abs(values[i]);
        }
        return values;
    }

    private int[] below(int size, int bound) {
        return IntStream.range(0, size).map(i -> random.nextInt(bound)).toArray();
    }

    /** One segment of each length, of a row below a bound. */
    private int[] segments(int rows) {
        int[] segments = new int[3 * LENGTHS.length];
        int at = 3;
        for (int s = 0; s < LENGTHS.length; s++) {
            segments[3 * s] = random.nextInt(rows);
            segments[3 * s + 1] = at;
            segments[3 * s + 2] = at + LENGTHS[s];
            at += LENGTHS[s];
        }
        return segments;
    }

    private static int entries() {
        return Arrays.stream(LENGTHS).sum() + 3;
    }

    private KernelCase of(Kernel kernel, int groups, double tolerance, Object... arguments) {
        return new KernelCase(kernel, kernel.perFactors() ? k : 0, groups, tolerance, List.of(arguments));
    }

    private KernelCase alsNormal() {
        int n = 37;
        return of(DeviceAlsKernels.NORMAL, LENGTHS.length + 1, 1e-5, floats(n * k, 1), floats(n, 1),
                below(entries(), n),
                floats(entries(), 1), segments(5), new float[LENGTHS.length * DeviceAlsKernels.partialSize(k)],
                new int[]{LENGTHS.length}, new float[]{3.5f});
    }

    /** Rows of none, one and all segments. */
    private KernelCase alsSolve(int drawn, float scale) {
        float[] partial;
        try (Device device = new SequentialDevice()) {
            partial = (float[]) alsNormal().run(device).get(5);
        }
        int all = LENGTHS.length;
        int[] rows = {4, 0, all, 0, 3, 5, 2, 4, 4, 6, 6, all};
        int[] counts = {Arrays.stream(LENGTHS).sum(), LENGTHS[3] + LENGTHS[4], 0,
                IntStream.range(6, all).map(s -> LENGTHS[s]).sum()};
        float[] lambdas = positive(8);
        lambdas[0] *= scale;
        return of(DeviceAlsKernels.SOLVE, 5, 2e-4, partial, rows, counts, lambdas, floats(7 * k, 1), floats(7 * k, 1),
                floats(7, 1), new int[1], new int[]{4, drawn});
    }

    /** The last chunk is shorter, and some groups' chunk is beyond it. */
    private KernelCase ialsGram(int first) {
        int n = 131;
        int chunks = 3;
        return of(DeviceIalsKernels.GRAM, (chunks + 1) * DeviceIalsKernels.gramTiles(k), 1e-5, floats(n * k, 1),
                new float[chunks * k * k], new int[]{n, 51, chunks, first});
    }

    private KernelCase ialsGramSum() {
        return of(DeviceIalsKernels.GRAM_SUM, (k * k + 255) / 256 + 1, 1e-5, floats(3 * k * k, 1), new float[k * k],
                new int[]{3}, new float[]{0.3f});
    }

    /** Around a tile of rows, which are not the first of their array. */
    private KernelCase ialsProducts() {
        int rows = 131;
        return of(DeviceIalsKernels.PRODUCTS, DeviceIalsKernels.productGroups(rows, k), 2e-5, floats((rows + 5) * k, 1),
                floats(k * k, 1 / Math.sqrt(k)), new float[rows * k], new int[]{rows, 3});
    }

    private KernelCase ialsGradients(int lacking) {
        int n = 37;
        int[] segments = segments(5);
        for (int s = 0; s < LENGTHS.length; s++) {
            segments[3 * s] += 7;
        }
        return of(DeviceIalsKernels.GRADIENTS, LENGTHS.length + 1, 2e-5, floats(5 * k, 1 / Math.sqrt(k)),
                floats(n * k, 1), below(entries(), n), positive(entries()), segments, new float[LENGTHS.length * k],
                new float[LENGTHS.length], new int[]{LENGTHS.length, 7, lacking});
    }

    /** Rows of none, one and several segments. */
    private static final int[] RANGES = {0, 3, 3, 4, 4, 4, 4, 11, 11, 12, 12, 12, 12, 13};

    private KernelCase ialsBegin() {
        int rows = RANGES.length / 2;
        return of(DeviceIalsKernels.BEGIN, rows, 1e-5, floats((rows + 4) * k, 1), floats(13 * k, 1), RANGES,
                positive(rows), floats(rows * k, 1), floats(rows * k, 1), floats(rows * k, 1), positive(rows),
                new int[]{rows, 2});
    }

    /** Of numbers as a matrix would give them: a multiple of the direction, and a little beside it. */
    private KernelCase ialsStep(float scale) {
        int rows = RANGES.length / 2;
        float[] directions = floats(rows * k, 1);
        float[] products = floats(rows * k, 0.1);
        for (int i = 0; i < products.length; i++) {
            products[i] += 3 * directions[i];
        }
        float[] lambdas = positive(rows);
        lambdas[6] *= scale;
        float[] squares = positive(rows);
        squares[4] = 0;
        return of(DeviceIalsKernels.STEP, rows, 2e-5, floats((rows + 4) * k, 1), floats(13 * k, 0.1), RANGES, lambdas,
                products, floats(rows * k, 1), directions, squares, new int[1], new int[]{rows, 2});
    }

    private KernelCase squaredErrors() {
        int m = 5;
        int n = 37;
        double scale = 1 / Math.sqrt(k);
        return of(DeviceKernels.SQUARED_ERRORS, LENGTHS.length + 2, 2e-5, floats(m * k, scale), floats(m, 0.3),
                floats(n * k, scale), floats(n, 0.3), below(entries(), n), positive(entries()), segments(m),
                new float[LENGTHS.length], new int[]{LENGTHS.length}, new float[]{3, 2.2f, 4.1f});
    }

    /**
     * Four work-groups, of which the first three count: slots of different lengths with one that has none; a row with
     * several slots, some of them short; a row that has all slots and takes two passes; and short ones again. Rows that
     * move stand at either place; their other place is read by none.
     */
    private KernelCase sgdStep(int drawn) {
        int all = 300;
        int inGroup = 1024 / k;
        List<Integer> slots = new ArrayList<>(List.of(0, 0, 0, 0));
        int[] entries = {0};
        int first = 1;
        int row = 0;
        for (int slot = 0; slot < inGroup; slot++) {
            addSlots(slots, entries, slot == 2 ? 0 : row++, slot == 2 ? 0 : 1 + slot % 4);
        }
        int half = inGroup / 2;
        addSlots(slots, entries, row++, IntStream.range(0, half).map(slot -> slot < half - 1 ? 4 : 1).toArray());
        addSlots(slots, entries, row++, IntStream.range(half, inGroup).map(slot -> 3).toArray());
        addSlots(slots, entries, row++, IntStream.range(0, inGroup).map(slot -> slot < inGroup - 1 ? 7 : 2).toArray());
        for (int slot = 0; slot < inGroup; slot++) {
            addSlots(slots, entries, row++, 4);
        }
        int offset = 5;
        int[] index = below(offset + entries[0], all / 2);
        for (int i = 0; i < index.length; i++) {
            index[i] += all / 2 + (i % 3 == 0 ? all : 0);
        }
        double scale = 0.5 / Math.sqrt(k);
        return of(DeviceSgdKernels.STEP, 5, 2e-5, floats(2 * all * k, scale), state(2 * all), floats(all * k, scale),
                index, positive(index.length), ints(slots), floats(3, 1), new int[]{first, 4, 3, all, drawn, offset},
                new float[]{3.5f, 1f / (k - 3), 0.1f});
    }

    /** Slots of one row of 300, every third of which is read at its second place. */
    private static void addSlots(List<Integer> slots, int[] entries, int row, int... lengths) {
        for (int slot = 0; slot < lengths.length; slot++) {
            boolean used = lengths[slot] > 0;
            slots.addAll(List.of(used ? row % 3 == 0 ? row + 300 : row : 0, entries[0], entries[0] + lengths[slot],
                    used && slot == 0 ? lengths.length : 0));
            entries[0] += lengths[slot];
        }
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private float[] state(int rows) {
        return positive(8 * rows);
    }

    private KernelCase sgdSettle() {
        int all = 40;
        return of(DeviceSgdKernels.SETTLE, (31 * k + 255) / 256 + 1, 0, floats(2 * all * k, 1), state(2 * all),
                below(all, 2), floats(31 * k, 1), floats(31, 1), new int[]{7, 31, all});
    }

    private KernelCase sgdCopy() {
        return of(DeviceSgdKernels.COPY, 4, 0, floats(700, 1), floats(900, 1), new int[]{700, 123});
    }

    private KernelCase sumSegments() {
        return of(DeviceKernels.SUM_SEGMENTS, LENGTHS.length + 1, 1e-5, floats(37 * k, 1), below(entries(), 37),
                segments(5),
                new float[LENGTHS.length * k], new int[]{LENGTHS.length});
    }

    private KernelCase sumPartials() {
        return of(DeviceKernels.SUM_PARTIALS, (5 * k + 255) / 256 + 1, 1e-5, floats(11 * k, 1),
                new int[]{0, 3, 3, 4, 4, 4, 4, 11, 2, 9}, floats(5, 1), floats(9 * k, 1), new int[]{5, 3});
    }

    /** Rows of the kernels with a work-item for each number. */
    private static final int ROWS = 37;

    private int groups() {
        return (ROWS * k + 255) / 256 + 1;
    }

    private KernelCase priorTerms() {
        return of(DevicePriorKernels.PRIOR_TERMS, groups(), 1e-6, floats(ROWS * k, 1), floats(ROWS * k, 1),
                floats(ROWS, 1), floats(ROWS * k, 1), new int[]{ROWS});
    }

    private KernelCase directions() {
        return of(DevicePriorKernels.DIRECTIONS, groups(), 1e-6, floats(ROWS * k, 1), positive(ROWS), floats(k, 1),
                floats(ROWS * k, 1), new int[]{ROWS}, new float[]{0.7f});
    }

    private KernelCase descend() {
        return of(DevicePriorKernels.DESCEND, groups(), 1e-6, floats(k, 1), floats(ROWS * k, 1), floats(ROWS * k, 1),
                floats(ROWS * k, 1), floats(ROWS * k, 1), new int[]{ROWS});
    }

    private KernelCase axpy() {
        return of(DevicePriorKernels.AXPY, groups(), 1e-6, floats(ROWS * k, 1), floats(ROWS * k, 1),
                new int[]{ROWS * k - 5}, new float[]{-1.7f});
    }

    private KernelCase weightedSums() {
        int m = 131;
        return of(DeviceKernels.WEIGHTED_SUMS, 4, 1e-5, floats(m * k, 1), floats(m, 1), new float[3 * k],
                new int[]{m});
    }

    private KernelCase addRow() {
        return of(DevicePriorKernels.ADD_ROW, groups(), 1e-6, floats(5 * k, 1), floats(ROWS, 1), floats(ROWS * k, 1),
                new int[]{ROWS, 3});
    }

    private KernelCase products(int divided) {
        int m = 131;
        return of(DevicePriorKernels.PRODUCTS, 4, 1e-5, floats(m * k, 1), floats(m * k, 1), positive(m),
                new float[3 * k],
                new int[]{m, divided}, new float[]{0.7f});
    }

    private KernelCase scores() {
        int m = 41;
        int n = 131;
        int users = 35;
        return of(DeviceSearchKernels.SCORES, 3 * 3 + 3, 1e-5, floats(m * k, 0.3), floats(m, 1), floats(n * k, 0.3),
                floats(n, 1),
                below(users, m), new float[users * n], new int[]{users, n}, new float[]{3.5f});
    }

    /** Scores of few values, so that many are equal; a user without exclusions, and one with nothing left. */
    private KernelCase selectTop(int most) {
        int n = 307;
        float[] scores = new float[4 * n];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(60) - 20;
        }
        int[] excluded = IntStream.concat(IntStream.of(5, 6, 300), IntStream.range(0, n)).toArray();
        return of(DeviceSearchKernels.SELECT_TOP, 5, 0, scores, new int[]{0, 3, 3, 3 + n, 3 + n}, excluded,
                new int[4 * most],
                new float[4 * most], new int[]{4, n, most});
    }
}
