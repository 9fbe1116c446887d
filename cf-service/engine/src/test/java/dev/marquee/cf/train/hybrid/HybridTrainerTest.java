package dev.marquee.cf.train.hybrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marquee.cf.boost.TreeLibrary;
import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentMatrixBuilder;
import dev.marquee.cf.eval.CurvePoint;
import dev.marquee.cf.eval.LearningCurve;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.Predictions;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Uncertainty;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.AnyTrainerContractTest;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.KeptCheckpoints;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.bpmf.Bpmf;
import dev.marquee.cf.train.sgd.Sgd;
import dev.marquee.cf.train.sgd.SgdOptions;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.TrainingFailed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HybridTrainerTest extends AnyTrainerContractTest<HybridOptions> {
    private static final List<Algorithm<?>> LEVEL = List.of(new Als(), new Sgd(), new Bpmf(new Als()));

    @BeforeEach
    void whereTheLibraryLoads() {
        assumeTrue(TreeLibrary.get().isPresent(), TreeLibrary.problem());
    }

    @Override
    protected Trainer<HybridOptions> trainer() {
        return new HybridTrainer(LEVEL);
    }

    @Override
    protected HybridOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new HybridOptions("als,bpmf", factors, 8, 4, Math.clamp(epochs, 2, 5), 100_000, 30, 3, 0.2, 5, 1, 10,
                0.2, 0.15, seed, threads);
    }

    @Override
    protected boolean averages() {
        return true;
    }

    /** Low rank, and everybody liked everything better in the second half of the time, which no factors tell. */
    private static RatingMatrix withLeap(int users, int movies, long seed, boolean shuffled) {
        SplittableRandom random = new SplittableRandom(seed);
        RatingMatrix smooth = LowRankRatings.of(users, movies, 0.4, seed);
        Csr byUser = smooth.byUser();
        int[] seconds = random.ints(smooth.size(), 0, 99_999).toArray();
        float[] stars = new float[smooth.size()];
        for (int p = 0; p < stars.length; p++) {
            stars[p] = Math.clamp(byUser.value(p) + (seconds[p] > 50_000 ? 0.7f : -0.7f), 1, 5);
        }
        for (int p = stars.length - 1; p > 0 && shuffled; p--) {
            int other = random.nextInt(p + 1);
            float kept = stars[p];
            stars[p] = stars[other];
            stars[other] = kept;
        }
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 0; user < users; user++) {
            for (int p = byUser.start(user); p < byUser.end(user); p++) {
                builder.add(user + 1, byUser.index(p) + 1, stars[p], 1_000_000L + seconds[p]);
            }
        }
        return builder.build();
    }

    private static final HybridOptions SMALL = new HybridOptions("als,sgd", 6, 200, 50, 4, 100_000, 200, 4, 0.1, 10, 1,
            10,
            0.2, 0.1, 1, 2);

    @Test
    void treesFindWhatFactorsDoNot() {
        Split split = Split.random(withLeap(150, 120, 1, false), 0.1, 1);
        TrainResult result = trainer().train(split.train(), split.heldOut(), SMALL, TrainListener.NONE);
        assertTrue(result.model().secondStage().isPresent(), result.note());
        double both = timed(result.model(), split);
        double first = RatingErrors.of(plain(result.model()), split.heldOut()).rmse();
        assertTrue(both < 0.97 * first, both + " with trees, " + first + " without");
        double untimed = RatingErrors.of(result.model(), split.train(), split.heldOut()).rmse();
        assertTrue(untimed > 1.02 * both, untimed + " without times, " + both + " with");
        assertEquals(untimed, result.history().getLast().validation(), 0.01);
        assertTrue(result.note() != null && result.note().contains("mean ") && result.note().contains("sgd "));
    }

    private static double timed(FactorModel model, Split split) {
        return RatingErrors.of(Predictions.timed(model, split.train(), split.heldOut()), split.heldOut()).rmse();
    }

    private static FactorModel plain(FactorModel model) {
        return new FactorModel(model.users(), model.movies(), model.factors(), model.mean(), model.minRating(),
                model.maxRating(), model.allUserBiases(), model.allMovieBiases(), model.allUserFactors(),
                model.allMovieFactors());
    }

    /**
     * Nothing is to be found in ratings that are dealt out anew. Whatever knew of the ratings that it is judged by, a
     * model, a feature or a tree, would be judged better than a guess at the mean.
     */
    @Test
    void aShuffledTargetGivesNoGain() {
        RatingMatrix shuffled = withLeap(150, 120, 2, true);
        HybridRows learnt = HybridRows.of(new HybridTrainer(LEVEL), shuffled, SMALL);
        double spread = spread(shuffled);
        Map<String, Double> judged = learnt.judgement();
        assertEquals(Set.of("als", "sgd", "mean", "hybrid"), judged.keySet(), learnt.result().note());
        judged.forEach((name, rmse) -> assertTrue(rmse > 0.98 * spread,
                name + " " + rmse + ", around the mean " + spread));
    }

    private static double spread(RatingMatrix ratings) {
        double squares = 0;
        for (int p = 0; p < ratings.size(); p++) {
            squares += Math.pow(ratings.byUser().value(p) - ratings.mean(), 2);
        }
        return Math.sqrt(squares / ratings.size());
    }

    @Test
    void changedTestTargetsChangeNoModel() {
        Split split = Split.random(withLeap(60, 50, 3, false), 0.2, 1);
        float[] other = new float[split.heldOut().size()];
        long[] users = new long[other.length];
        long[] movies = new long[other.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = 6 - split.heldOut().rating(i);
            users[i] = split.train().users().idOf(split.heldOut().user(i));
            movies[i] = split.train().movies().idOf(split.heldOut().movie(i));
        }
        HeldOut changed = HeldOut.of(split.train(), users, movies, other);
        assertSame(trainer().train(split.train(), split.heldOut(), SMALL, TrainListener.NONE).model(),
                trainer().train(split.train(), changed, SMALL, TrainListener.NONE).model());
    }

    /** What a fold holds out is other: its rows must not show it, and the rows of other folds must. */
    @Test
    void aRowKnowsNothingOfTheRatingsOfItsFold() {
        RatingMatrix ratings = withLeap(60, 50, 4, false);
        HybridRows before = HybridRows.of(new HybridTrainer(LEVEL), ratings, SMALL);
        for (int fold : new int[]{0, SMALL.folds() - 1}) {
            HeldOut heldOut = Folds.of(ratings, SMALL).split(ratings, fold).heldOut();
            HybridRows after = HybridRows.of(new HybridTrainer(LEVEL), HybridRows.turnedRound(ratings, heldOut),
                    SMALL);
            int turned = 0;
            for (int row = 0; row < ratings.size(); row++) {
                boolean own = before.rows().targets[row] != after.rows().targets[row];
                assertEquals(own, Arrays.equals(before.known(row), after.known(row)), "fold " + fold + ", row " + row);
                turned += own ? 1 : 0;
            }
            assertTrue(turned > 0.9 * heldOut.size() && turned <= heldOut.size(), turned + " of " + heldOut.size());
        }
    }

    /** A model that is best alone is kept as it is, and not the mean with the others. */
    @Test
    void keptIsTheBestOfModelsMeanAndTrees() {
        assertKept(0, false, "The second stage is no better, so the model is als alone.", 0.8449, 0.85, 0.8470, 0.8468);
        assertKept(1, false, "The second stage is no better, so the model is sgd alone.", 0.9, 0.8, 0.85, 0.83);
        assertKept(-1, false, "The second stage is no better, so the model is the mean.", 0.9, 0.9, 0.8, 0.83);
        assertKept(-1, true, "The model is the hybrid.", 0.9, 0.9, 0.8, 0.79);
    }

    private static void assertKept(int part, boolean trees, String note, double... rmse) {
        List<String> names = List.of("als", "sgd", "mean", "hybrid");
        Judgement judgement = new Judgement(IntStream.range(0, 4)
                .mapToObj(i -> new Judgement.Candidate(names.get(i), rmse[i], rmse[i])).toList(), 100, 0);
        assertEquals(part, judgement.part());
        assertEquals(trees, judgement.keepsTrees());
        assertTrue(judgement.note().endsWith(note), judgement.note());
        assertEquals(1, judgement.variances());
    }

    /** A model that is far off spoils the mean; trees that hardly learn make up for nothing. */
    @Test
    void aModelThatIsBestAloneIsKeptAsItIs() {
        List<Algorithm<?>> level = List.of(new Als(), new Spoilt(new Sgd()));
        HybridOptions weak = new HybridOptions("als,sgd", 6, 200, 50, 4, 100_000, 1, 1, 1e-6, 10, 1, 10, 0.2, 0.1, 1,
                2);
        RatingMatrix ratings = withLeap(60, 50, 3, false);
        HybridRows learnt = HybridRows.of(new HybridTrainer(level), ratings, weak);
        assertTrue(learnt.judgement().get("mean") > 1.2 * learnt.judgement().get("als"), learnt.result().note());
        FactorModel alone = new LevelModels(level, weak, TrainListener.NONE).train(0, ratings, false);
        assertSame(alone, learnt.result().model());
        assertTrue(learnt.result().model().secondStage().isEmpty());
    }

    /** Learns as another does, and says much more. */
    private record Spoilt(Algorithm<SgdOptions> other) implements Algorithm<SgdOptions> {
        @Override
        public String id() {
            return other.id();
        }

        @Override
        public Set<Role> roles() {
            return other.roles();
        }

        @Override
        public SgdOptions defaults() {
            return other.defaults();
        }

        @Override
        public SgdOptions forEpochs(SgdOptions options, int epochs) {
            return other.forEpochs(options, epochs);
        }

        @Override
        public Folding folding(FactorModel model, SgdOptions options) {
            return other.folding(model, options);
        }

        @Override
        public Trainer<SgdOptions> trainer() {
            return (train, validation, options, listener) -> {
                TrainResult result = other.trainer().train(train, validation, options, listener);
                FactorModel model = result.model();
                return new TrainResult(new FactorModel(model.users(), model.movies(), model.factors(),
                        model.mean() + 2, model.minRating(), model.maxRating(), model.allUserBiases(),
                        model.allMovieBiases(), model.allUserFactors(), model.allMovieFactors()),
                        result.history(), result.bestEpoch(), null);
            };
        }
    }

    /** That of bpmf knows nothing of what trees find. */
    @Test
    void deviationsAreThoseOfWhatIsKept() {
        Split split = Split.random(withKinds(200, 100, 7).with(kinds(100)), 0.2, 1);
        HybridOptions options = new HybridOptions("als,bpmf", 6, 20, 10, 4, 100_000, 200, 4, 0.1, 10, 1, 10, 0.1, 0.1,
                1, 2);
        FactorModel model = trainer().train(split.train(), null, options, TrainListener.NONE).model();
        assertTrue(model.secondStage().isPresent());
        Uncertainty known = model.uncertainty().orElseThrow();
        HeldOut heldOut = split.heldOut();
        double expected = Math.sqrt(IntStream.range(0, heldOut.size())
                .mapToDouble(i -> Math.pow(known.deviation(heldOut.user(i), heldOut.movie(i)), 2)).average()
                .orElseThrow());
        double found = RatingErrors.of(model, split.train(), heldOut).rmse();
        assertEquals(1, expected / found, 0.25, expected + " expected, " + found + " found");
    }

    /** Models of folds are no course with those of all ratings. */
    @Test
    void theLearningCurveIsOfAllRatings() {
        Split split = Split.random(withLeap(60, 50, 3, false), 0.2, 1);
        TrainResult result = trainer().train(split.train(), split.heldOut(), SMALL, TrainListener.NONE);
        assertEquals(11, result.history().size());
        assertEquals(List.of(9, 10, 11), LearningCurve.of(result).points().stream().map(CurvePoint::epoch).toList());
        assertEquals(11, LearningCurve.of(result).bestEpoch());
    }

    @Test
    void ratingsWithoutTimesGiveANote() {
        String note = trainer().train(LowRankRatings.of(40, 40, 0.5, 1), null, SMALL, TrainListener.NONE).note();
        assertTrue(note != null && note.contains("No rating has a time"), note);
        String timed = trainer().train(withLeap(60, 50, 3, false), null, SMALL, TrainListener.NONE).note();
        assertTrue(timed != null && !timed.contains("No rating"), timed);
    }

    /** And where it is away when it is asked for, predictions are as if it had never been there. */
    @Test
    void contentTellsWhatRatingsDoNot() {
        RatingMatrix plain = withKinds(200, 100, 7);
        Split without = Split.random(plain, 0.2, 1);
        Split with = Split.random(plain.with(kinds(100)), 0.2, 1);
        double plainly = RatingErrors.of(trainer().train(without.train(), null, SMALL, TrainListener.NONE).model(),
                without.train(), without.heldOut()).rmse();
        FactorModel model = trainer().train(with.train(), null, SMALL, TrainListener.NONE).model();
        double knowing = RatingErrors.of(model, with.train(), with.heldOut()).rmse();
        assertTrue(knowing < 0.97 * plainly, knowing + " with content, " + plainly + " without");
        double away = RatingErrors.of(model, without.train(), without.heldOut()).rmse();
        assertTrue(away < 1.12 * plainly, away + " where content is away, " + plainly + " where it never was");
    }

    private static ContentMatrix kinds(int movies) {
        ContentMatrixBuilder kinds = ContentMatrix.builder();
        for (int movie = 1; movie <= movies; movie++) {
            kinds.add(movie, new int[]{movie % 10}, new float[]{1}, 0, 1);
        }
        return kinds.build();
    }

    /** Everybody likes some kinds of movies and no others; too few ratings for factors to find them. */
    private static RatingMatrix withKinds(int users, int movies, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= users; user++) {
            boolean[] liked = new boolean[10];
            for (int kind = 0; kind < 10; kind++) {
                liked[kind] = random.nextBoolean();
            }
            for (int movie = 1; movie <= movies; movie++) {
                if (random.nextDouble() < 0.2) {
                    builder.add(user, movie, liked[movie % 10] ? 4 + random.nextInt(2) : 2 - random.nextInt(2), 0);
                }
            }
        }
        return builder.build();
    }

    @Test
    void settingsOfAModelThatIsNotThereAreRefused() {
        Algorithm<HybridOptions> hybrid = new Hybrid(LEVEL);
        for (String name : List.of("sweeps", "foldSweeps")) {
            InvalidRequest refused = assertThrows(InvalidRequest.class,
                    () -> hybrid.estimator().with(Map.of("models", "als,sgd", name, 70)));
            assertEquals(name, refused.field());
            assertTrue(refused.problem().contains("bpmf"), refused.problem());
            assertEquals("als,bpmf", hybrid.estimator().with(Map.of("models", "als,bpmf", name, 70)).options()
                    .models());
        }
    }

    @Test
    void aFewRatingsGiveTheMeanAndANote() {
        TrainResult result = trainer().train(LowRankRatings.of(20, 20, 0.3, 1), null, SMALL, TrainListener.NONE);
        assertTrue(result.model().secondStage().isEmpty());
        assertTrue(result.note() != null && result.note().contains("too few ratings"), result.note());
    }

    @Test
    void fewerRowsThanRatingsLeaveFoldsOut() {
        HybridOptions some = new HybridOptions("als,sgd", 4, 200, 50, 5, 1000, 20, 3, 0.2, 5, 1, 10, 0.2, 0, 1, 2);
        RatingMatrix ratings = withLeap(150, 120, 1, false);
        Folds folds = Folds.of(ratings, some);
        assertEquals(List.of(1, 1000), List.of(folds.used(), folds.rows()));
        HeldOut held = folds.split(ratings, 0).heldOut();
        int[] places = folds.chosen(held, 0, 1000);
        assertTrue(places.length > 900 && places.length <= 1000, places.length + " rows");
        assertEquals(places.length, Arrays.stream(places).distinct().count());
        assertTrue(places[places.length - 1] > held.size() / 2);
        assertEquals(5, trainer().train(ratings, null, some, TrainListener.NONE).history().size());
    }

    @Test
    void aTrainingThatIsInterruptedInAnyPartGoesOnToTheSameModelToTheBit() {
        RatingMatrix ratings = withLeap(60, 50, 5, false);
        TrainResult whole = trainer().train(ratings, null, SMALL, TrainListener.NONE);
        assertEquals(2 * (4 + 1) + 1, whole.history().size());
        for (int killedAfter = 1; killedAfter < whole.history().size(); killedAfter++) {
            KeptCheckpoints kept = new KeptCheckpoints(killedAfter);
            assertThrows(CancellationException.class,
                    () -> trainer().train(ratings, null, SMALL, kept.listener()));
            KeptCheckpoints again = new KeptCheckpoints(0);
            again.keep(kept.kept());
            TrainResult resumed = trainer().train(ratings, null, SMALL, again.listener());
            assertSame(whole.model(), resumed.model());
            assertEquals(whole.note(), resumed.note());
        }
    }

    @Test
    void numbersThatOverflowEndTheTraining() {
        RatingMatrix huge = RatingMatrix.builder().add(1, 1, 3e37f, 0).add(1, 2, -3e37f, 0).add(2, 1, -3e37f, 0)
                .add(2, 2, 3e37f, 0).build();
        assertThrows(TrainingFailed.class, () -> trainer().train(huge, null, SMALL, TrainListener.NONE));
    }

    @Test
    void whereTheLibraryDoesNotLoadTheAnswerSaysWhatToDo() {
        InvalidRequest refused = assertThrows(InvalidRequest.class,
                () -> Hybrid.requireLibrary(false, "It does not load. Install libgomp1."));
        assertEquals("algorithm", refused.field());
        assertEquals(
                "cannot be hybrid here. It does not load. Install libgomp1. Or train another algorithm, such as als",
                refused.problem());
    }

    @Test
    void contradictoryModelsAreRefused() {
        Algorithm<HybridOptions> hybrid = new Hybrid(LEVEL);
        for (String models : List.of("als", "als,als", "als,ials", "", "als,")) {
            InvalidRequest refused = assertThrows(InvalidRequest.class,
                    () -> hybrid.estimator().with(Map.of("models", models)), models);
            assertEquals("models", refused.field());
        }
        assertEquals("bpmf,als", hybrid.estimator().with(Map.of("models", " bpmf, als")).options().models());
        assertEquals(LEVEL.stream().map(Algorithm::id).toList(), HybridOptions.MODELS);
    }
}
