package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.List;

/**
 * Settings of {@link HybridTrainer}.
 *
 * @param models the names of the models of the first level, two or more of {@code als}, {@code sgd} and {@code bpmf},
 *            by commas
 * @param factors of each of them, 1 to {@value TrainOptions#MAX_FACTORS} together
 * @param sweeps of {@code bpmf}, 2 to 10,000; not to be set without it, nor is the next
 * @param foldSweeps the same where a fold is predicted, 2 to 10,000
 * @param folds parts that the ratings are cut in, each predicted by what is learnt of the others; 2 to 20
 * @param rows that trees are grown on at most; folds that would add no more are left out; 1000 to 10,000,000
 * @param trees at most, 1 to 5000
 * @param depth of a tree, 1 to 12
 * @param learningRate of the trees, more than 0, at most 1
 * @param leafRows as many rows as a leaf has at least, 1 to 100,000
 * @param treeRegularization λ of the leaves, 0 to 100,000
 * @param patience trees without a better error of rows held out before they are enough, 1 to 1000
 * @param timeless share of the rows that are learnt from as if nobody knew when, and share of those as if nobody knew
 *            the movie's content, so that such can be predicted; 0 to 1
 * @param newcomers share of the users of each fold who are learnt from as if they had told a few ratings only, so that
 *            such can be predicted; 0 to 0.9
 * @param seed of every draw
 * @param threads 0: one for each core; the model depends on their number where {@code sgd} is one of the models
 */
public record HybridOptions(String models, int factors, int sweeps, int foldSweeps, int folds, int rows, int trees,
        int depth, double learningRate, double leafRows, double treeRegularization, int patience, double timeless,
        double newcomers, long seed, int threads) implements TrainOptions {
    private static final String SWEEPING = "bpmf";
    static final List<String> MODELS = List.of("als", "sgd", SWEEPING);

    /** Chosen on validation splits of MovieLens 100K and 1M; see the module's README. */
    public static final HybridOptions DEFAULTS = new HybridOptions("als,sgd,bpmf", 64, 200, 50, 5, 1_000_000, 1000, 5,
            0.05, 50, 20, 30, 0.2, 0.2, 42, 0);

    public HybridOptions {
        models = checked(models);
        int most = MAX_FACTORS / models.split(",", -1).length;
        TrainOptions.requireRange("factors", factors, 1, most);
        TrainOptions.requireRange("sweeps", sweeps, 2, 10_000);
        TrainOptions.requireRange("foldSweeps", foldSweeps, 2, 10_000);
        if (!List.of(models.split(",", -1)).contains(SWEEPING)) {
            requireDefault("sweeps", sweeps, DEFAULTS.sweeps(), models);
            requireDefault("foldSweeps", foldSweeps, DEFAULTS.foldSweeps(), models);
        }
        TrainOptions.requireRange("folds", folds, 2, 20);
        TrainOptions.requireRange("rows", rows, 1000, 10_000_000);
        TrainOptions.requireRange("trees", trees, 1, 5000);
        TrainOptions.requireRange("depth", depth, 1, 12);
        TrainOptions.requireRange("learningRate", learningRate, 1e-6, 1);
        TrainOptions.requireRange("leafRows", leafRows, 1, 100_000);
        TrainOptions.requireRange("treeRegularization", treeRegularization, 0, 100_000);
        TrainOptions.requireRange("patience", patience, 1, 1000);
        TrainOptions.requireRange("timeless", timeless, 0, 1);
        TrainOptions.requireRange("newcomers", newcomers, 0, 0.9);
        TrainOptions.requireRange("threads", threads, 0, MAX_THREADS);
    }

    private static void requireDefault(String name, int value, int usual, String models) {
        if (value != usual) {
            throw new InvalidRequest(name, "is of " + SWEEPING + ", which is none of the models, " + models
                    + ". Leave it out, or add " + SWEEPING);
        }
    }

    private static String checked(String models) {
        List<String> names = Arrays.stream(models.split(",", -1)).map(String::strip).toList();
        for (String name : names) {
            if (!MODELS.contains(name)) {
                throw new InvalidRequest("models",
                        "must name some of " + String.join(", ", MODELS) + ", by commas; \"" + name
                                + "\" is none of them");
            }
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new InvalidRequest("models", "names one twice: " + models);
        }
        if (names.size() < 2) {
            throw new InvalidRequest("models", "must name two or more: a hybrid of " + models
                    + " alone has nothing to join. Train " + models + " itself, or add another");
        }
        return String.join(",", names);
    }

    List<String> names() {
        return List.of(models.split(",", -1));
    }

    @Override
    public boolean threadsMatter() {
        return names().contains("sgd");
    }
}
