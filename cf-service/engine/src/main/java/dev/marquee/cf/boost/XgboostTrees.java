package dev.marquee.cf.boost;

import dev.marquee.common.error.TrainingFailed;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
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
        DMatrix train = null;
        DMatrix watched = null;
        Booster booster = null;
        try {
            train = matrix(rows);
            watched = heldOut == null || heldOut.size() == 0 ? null : matrix(heldOut);
            checkCancelled.run();
            // Its own loop would ask for JSON's library, and could not be stopped.
            booster = XGBoost.train(train, parameters(settings), 1, Map.of(), null, null);
            int best = watched == null
                    ? all(booster, train, settings.trees(), checkCancelled)
                    : best(booster, train, watched, settings, checkCancelled);
            return ForestText.read(rows.width(), booster.getModelDump((String) null, false, "text"), best);
        } catch (XGBoostError e) {
            throw new TrainingFailed("XGBoost failed: " + e.getMessage(), e);
        } finally {
            dispose(booster, watched, train);
        }
    }

    private static int all(Booster booster, DMatrix train, int trees, Runnable checkCancelled) throws XGBoostError {
        for (int tree = 1; tree < trees; tree++) {
            checkCancelled.run();
            booster.update(train, tree);
        }
        return trees;
    }

    private static int best(Booster booster, DMatrix train, DMatrix watched, Boosting settings,
            Runnable checkCancelled) throws XGBoostError {
        double least = error(booster, watched, 0);
        int best = 1;
        for (int tree = 1; tree < settings.trees() && tree - best < settings.patience(); tree++) {
            checkCancelled.run();
            booster.update(train, tree);
            double error = error(booster, watched, tree);
            if (error < least) {
                least = error;
                best = tree + 1;
            }
        }
        return best;
    }

    /**
     * Of what it answers, such as {@code [7] watched-rmse:0.84217}; it remembers what the trees before this one say.
     */
    private static double error(Booster booster, DMatrix watched, int tree) throws XGBoostError {
        String answer = booster.evalSet(new DMatrix[]{watched}, WATCHED, tree);
        return Double.parseDouble(answer.substring(answer.lastIndexOf(':') + 1));
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
}
