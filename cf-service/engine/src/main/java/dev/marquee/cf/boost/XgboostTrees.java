package dev.marquee.cf.boost;

import dev.marquee.common.error.TrainingFailed;
import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IEvaluation;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * Grows trees by XGBoost (Chen and Guestrin 2016), by histograms. Made by name, in {@link TreeLibrary} alone; making it
 * loads the native library. Thread-safe.
 */
final class XgboostTrees implements TreeBooster {
    private static final String[] WATCHED = {"watched"};

    XgboostTrees() throws XGBoostError {
        OpenMp.waitAsleep();
        new DMatrix(new float[]{0}, 1, 1, Float.NaN).dispose();
    }

    @Override
    public Forest grow(BoostRows rows, @Nullable BoostRows heldOut, Boosting settings, Runnable checkCancelled) {
        // Whoever is asked after each tree gets the predictions of some rows; one will do where none are held out.
        boolean stops = heldOut != null && heldOut.size() > 0;
        BoostRows asked = heldOut != null && stops ? heldOut : first(rows);
        Progress progress = new Progress(asked, stops ? settings.patience() : 0, checkCancelled);
        DMatrix train = null;
        DMatrix watched = null;
        Booster booster = null;
        try {
            train = matrix(rows);
            checkCancelled.run();
            watched = matrix(asked);
            // Its own loop would ask for JSON's library, and could not be stopped.
            booster = XGBoost.train(train, parameters(settings), 1, Map.of(), null, null);
            booster.evalSet(new DMatrix[]{watched}, WATCHED, progress);
            for (int tree = 1; tree < settings.trees() && !progress.done(); tree++) {
                booster.update(train, tree);
                booster.evalSet(new DMatrix[]{watched}, WATCHED, progress);
            }
            return ForestText.read(rows.width(), booster.getModelDump((String) null, false, "text"),
                    stops ? progress.best() : settings.trees());
        } catch (XGBoostError e) {
            throw new TrainingFailed("XGBoost failed: " + e.getMessage(), e);
        } finally {
            dispose(booster, watched, train);
        }
    }

    private static void dispose(@Nullable Booster booster, @Nullable DMatrix watched, @Nullable DMatrix train) {
        if (booster != null) {
            booster.dispose();
        }
        if (watched != null) {
            watched.dispose();
        }
        if (train != null) {
            train.dispose();
        }
    }

    private static BoostRows first(BoostRows rows) {
        return new BoostRows(rows.width(), Arrays.copyOf(rows.features(), rows.width()),
                new float[]{rows.guesses()[0]}, new float[]{rows.targets()[0]});
    }

    private static DMatrix matrix(BoostRows rows) throws XGBoostError {
        DMatrix matrix = new DMatrix(rows.features(), rows.size(), rows.width(), Float.NaN);
        matrix.setLabel(rows.targets());
        matrix.setBaseMargin(rows.guesses());
        return matrix;
    }

    private static Map<String, Object> parameters(Boosting settings) {
        return Map.of("objective", "reg:squarederror", "tree_method", "hist", "base_score", 0f,
                "max_depth", settings.depth(), "eta", settings.learningRate(),
                "min_child_weight", settings.leafRows(), "lambda", settings.regularization(),
                "seed", (int) settings.seed(), "nthread", settings.threads());
    }

    /** Called after each tree. Keeps which was the best. */
    private static final class Progress implements IEvaluation {
        private static final long serialVersionUID = 1;

        private final transient BoostRows asked;
        private final int patience;
        private final transient Runnable checkCancelled;
        private int trees;
        private int best;
        private double least = Double.POSITIVE_INFINITY;

        private Progress(BoostRows asked, int patience, Runnable checkCancelled) {
            this.asked = asked;
            this.patience = patience;
            this.checkCancelled = checkCancelled;
        }

        @Override
        public String getMetric() {
            return "mse";
        }

        @Override
        public float eval(float[][] predicted, DMatrix matrix) {
            checkCancelled.run();
            double squares = 0;
            for (int row = 0; row < asked.size(); row++) {
                double error = predicted[row][0] - asked.targets()[row];
                squares += error * error;
            }
            trees++;
            if (squares < least) {
                least = squares;
                best = trees;
            }
            return (float) (squares / asked.size());
        }

        int best() {
            return best;
        }

        boolean done() {
            return patience > 0 && trees - best >= patience;
        }
    }
}
