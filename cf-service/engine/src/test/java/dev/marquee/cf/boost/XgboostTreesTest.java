package dev.marquee.cf.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marquee.common.error.CorruptData;
import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class XgboostTreesTest {
    private static final int WIDTH = 6;
    private static final Boosting SETTINGS = new Boosting(40, 5, 0.3, 5, 1, 5, 7, 2);

    @BeforeAll
    static void whereTheLibraryLoads() {
        assumeTrue(TreeLibrary.get().isPresent(), TreeLibrary.problem());
    }

    /** A step, a product and noise, on top of a guess; a seventh of the features is unknown. */
    private static BoostRows rows(int size, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] features = new float[size * WIDTH];
        float[] guesses = new float[size];
        float[] targets = new float[size];
        for (int row = 0; row < size; row++) {
            for (int f = 0; f < WIDTH; f++) {
                features[row * WIDTH + f] = random.nextInt(7) == 0 ? Float.NaN : (float) random.nextDouble(-3, 3);
            }
            float first = features[row * WIDTH];
            float both = features[row * WIDTH + 1] * features[row * WIDTH + 2];
            guesses[row] = (float) random.nextDouble(1, 5);
            targets[row] = (float) (guesses[row] + (first > 0.5 ? 1 : -0.25) + (Float.isNaN(both) ? 0.3 : both / 4)
                    + random.nextGaussian() / 10);
        }
        return new BoostRows(WIDTH, features, guesses, targets);
    }

    private static Forest grown(BoostRows rows, Boosting settings) {
        return TreeLibrary.get().orElseThrow().grow(rows, null, settings, () -> {});
    }

    private static float[] sums(Forest forest, BoostRows rows) {
        float[] sums = new float[rows.size()];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = forest.sum(rows.features(), row * WIDTH);
        }
        return sums;
    }

    @Test
    void theEvaluatorSaysWhatTheLibrarySays() throws Exception {
        BoostRows rows = rows(2000, 1);
        BoostRows others = rows(500, 2);
        DMatrix train = new DMatrix(rows.features(), rows.size(), WIDTH, Float.NaN);
        train.setLabel(rows.targets());
        Booster booster = XGBoost.train(train, Map.of("tree_method", "hist", "max_depth", 6, "base_score", 0f,
                "nthread", 1), 60, Map.of(), null, null);
        Forest forest = ForestText.read(WIDTH, booster.getModelDump((String) null, false, "text"), 60);
        float[][] expected = booster.predict(new DMatrix(others.features(), others.size(), WIDTH, Float.NaN));
        for (int row = 0; row < others.size(); row++) {
            assertEquals(expected[row][0], forest.sum(others.features(), row * WIDTH), 1e-5, "row " + row);
        }
        booster.dispose();
        train.dispose();
    }

    @Test
    void treesLearnWhatTheGuessLeavesOver() {
        Forest forest = grown(rows(4000, 1), SETTINGS);
        BoostRows others = rows(1000, 3);
        double before = 0;
        double after = 0;
        float[] sums = sums(forest, others);
        for (int row = 0; row < others.size(); row++) {
            before += Math.pow(others.targets()[row] - others.guesses()[row], 2);
            after += Math.pow(others.targets()[row] - others.guesses()[row] - sums[row], 2);
        }
        assertTrue(after < 0.2 * before, after + " of " + before);
        assertEquals(40, forest.trees());
    }

    @Test
    void theSameRowsGiveTheSameTreesWithAnyNumberOfThreads() {
        BoostRows rows = rows(20_000, 4);
        float[] first = sums(grown(rows, SETTINGS), rows);
        for (int threads : new int[]{1, 2, 3}) {
            Boosting settings = new Boosting(40, 5, 0.3, 5, 1, 5, 7, threads);
            assertArrayEquals(first, sums(grown(rows, settings), rows), threads + " threads");
        }
    }

    @Test
    void rowsHeldOutEndIt() {
        Boosting many = new Boosting(2000, 6, 0.5, 1, 0, 5, 7, 2);
        Forest stopped = TreeLibrary.get().orElseThrow().grow(rows(400, 1), rows(400, 5), many, () -> {});
        assertTrue(stopped.trees() < 200, stopped.trees() + " trees");
    }

    @Test
    void aWishToStopEndsIt() {
        int[] asked = {0};
        assertThrows(CancellationException.class,
                () -> TreeLibrary.get().orElseThrow().grow(rows(2000, 1), null, SETTINGS, () -> {
                    if (++asked[0] == 5) {
                        throw new CancellationException();
                    }
                }));
        assertEquals(5, asked[0]);
    }

    private static byte[] written(Forest forest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChecksummedOutput out = new ChecksummedOutput(bytes, 1, 1);
        forest.writeSizes(out);
        out.seal();
        forest.write(out);
        out.seal();
        return bytes.toByteArray();
    }

    private static Forest read(byte[] bytes) throws IOException {
        ChecksummedInput in = new ChecksummedInput(new ByteArrayInputStream(bytes), "It", "Train.", 1, 1);
        Forest.Sizes sizes = Forest.Sizes.read(in);
        in.verify();
        Forest forest = Forest.read(in, sizes);
        in.verify();
        return forest;
    }

    @Test
    void whatIsWrittenIsReadAgainAndWaysThatDoNotEndAreRefused() throws IOException {
        BoostRows rows = rows(1000, 1);
        Forest forest = grown(rows, SETTINGS);
        assertArrayEquals(sums(forest, rows), sums(read(written(forest)), rows));
        Forest circle = new Forest(WIDTH, new int[]{0}, new int[]{0, 0, 0}, new int[]{1, 1, 0}, new float[3]);
        Forest beyond = new Forest(WIDTH, new int[]{0}, new int[]{WIDTH, 0, 0}, new int[]{1, 0, 0}, new float[3]);
        Forest outside = new Forest(WIDTH, new int[]{3}, new int[3], new int[3], new float[3]);
        Forest wide = new Forest(ForestWalk.MOST_FEATURES + 1, new int[]{0}, new int[1], new int[1], new float[1]);
        for (Forest wrong : new Forest[]{circle, beyond, outside, wide}) {
            byte[] bytes = written(wrong);
            assertThrows(CorruptData.class, () -> read(bytes));
        }
    }

    @Test
    void anUnknownFeatureGoesWhereTheTreeSays() {
        int left = Forest.asking(0, true);
        Forest forest = new Forest(1, new int[]{0, 3}, new int[]{left, 0, 0, 0, 0, 0}, new int[]{1, 0, 0, 4, 0, 0},
                new float[]{2, 10, 20, 2, 100, 200});
        assertEquals(10 + 200, forest.sum(new float[]{Float.NaN}, 0));
        assertEquals(10 + 100, forest.sum(new float[]{1}, 0));
        assertEquals(20 + 200, forest.sum(new float[]{2}, 0));
        assertTrue(forest.finite());
        assertFalse(new Forest(1, new int[]{0}, new int[1], new int[1], new float[]{Float.NaN}).finite());
    }

    @Test
    void whyItDoesNotLoadIsSaid() {
        assertTrue(TreeLibrary.explained(new UnsatisfiedLinkError(
                "/tmp/libxgboost4j1.so: libgomp.so.1: cannot open shared object file")).contains("libgomp1"));
        assertTrue(TreeLibrary.explained(new NoClassDefFoundError("ml/dmlc/xgboost4j/java/DMatrix"))
                .contains("not part of this program"));
        assertTrue(TreeLibrary.explained(new ExceptionInInitializerError(new IllegalStateException("Unsupported os")))
                .contains("Unsupported os"));
    }
}
