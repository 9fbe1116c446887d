package dev.marquee.cf.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.boost.TreeLibrary;
import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentMatrixBuilder;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Footprint;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.predict.KnownRatings;
import dev.marquee.cf.predict.RatingPredictor;
import dev.marquee.cf.predict.RatingPredictors;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LoadedModelTest {
    private static final long[] MOVIES = {1, 11, 21, 2};
    private static final float[] STARS = {5, 5, 4, 1};

    /** Ten kinds of movies; everybody likes some of them and no others. */
    private static RatingMatrix ratings() {
        SplittableRandom random = new SplittableRandom(1);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= 150; user++) {
            int liked = random.nextInt(1024);
            for (int movie = 1; movie <= 100; movie++) {
                if (random.nextDouble() < 0.2) {
                    builder.add(user, movie, (liked >> movie % 10 & 1) == 1 ? 5 : 1, 0);
                }
            }
        }
        return builder.build();
    }

    private static ContentMatrix kinds() {
        ContentMatrixBuilder kinds = ContentMatrix.builder();
        for (int movie = 1; movie <= 100; movie++) {
            kinds.add(movie, new int[]{movie % 10}, new float[]{1}, 0, 1);
        }
        return kinds.build();
    }

    @Test
    void predictionsKnowTheContentThatTheyAreTold() {
        assumeTrue(TreeLibrary.get().isPresent(), TreeLibrary.problem());
        RatingMatrix ratings = ratings().with(kinds());
        Estimator<?> estimator = Algorithms.named("hybrid").estimator().with(
                Map.of("factors", 4, "sweeps", 8, "foldSweeps", 4, "folds", 2, "trees", 100, "threads", 1, "leafRows",
                        5));
        FactorModel model = estimator.train(ratings, null, TrainListener.NONE).model();
        assertTrue(model.secondStage().isPresent());
        LoadedModel loaded = new LoadedModel(1, Instant.EPOCH, model, Footprint.of(ratings), estimator.folding(model),
                0);
        float without = predicted(loaded);
        loaded.know(kinds());
        float with = predicted(loaded);
        UserVector vector = loaded.taste(null, MOVIES, STARS).vector();
        assertEquals(RatingPredictors.of(model, kinds())
                .of(vector, KnownRatings.of(model, MOVIES, STARS, new long[4]))
                .predict(model.movies().indexOf(31), RatingPredictor.ANY_TIME), with);
        assertNotEquals(without, with);
        loaded.know(ContentMatrix.EMPTY);
        assertEquals(without, predicted(loaded));
    }

    private static float predicted(LoadedModel loaded) {
        return loaded.predictor(loaded.taste(null, MOVIES, STARS), MOVIES, STARS)
                .predict(loaded.model().movies().indexOf(31), RatingPredictor.ANY_TIME);
    }
}
