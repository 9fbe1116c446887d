package dev.marquee.cf.train.bpmf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.Predictions;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Sittings;
import dev.marquee.cf.testing.SittingRatings;
import dev.marquee.cf.train.KeptCheckpoints;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.als.Als;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What ratings of one sitting have in common, on ratings whose moods are known. */
class SittingsTest {
    private static BpmfOptions options(boolean sittings, int threads) {
        return new BpmfOptions(5, 40, 15, 6, true, sittings, 1, threads);
    }

    private static FactorModel model(RatingMatrix train, BpmfOptions options) {
        return new BpmfTrainer(new Als()).train(train, null, options, TrainListener.NONE).model();
    }

    /** A page of six, of which five or so are known: most of the mood can be found. */
    @Test
    void aTimeTellsTheMoodAndWithoutOneNothingIsLost() {
        Split split = Split.random(SittingRatings.of(150, 90, true, 4), 0.15, 2);
        FactorModel with = model(split.train(), options(true, 2));
        FactorModel without = model(split.train(), options(false, 2));
        double timed = timed(with, split);
        double untimed = RatingErrors.of(with, split.heldOut()).rmse();
        double plain = RatingErrors.of(without, split.heldOut()).rmse();
        assertTrue(timed < 0.75 * plain, "timed " + timed + ", plain " + plain);
        assertEquals(plain, untimed, 0.03 * plain);
        assertEquals(plain, timed(without, split));
        assertTrue(without.sittings().isEmpty());
    }

    private static double timed(FactorModel model, Split split) {
        return RatingErrors.of(Predictions.timed(model, split.train(), split.heldOut()), split.heldOut()).rmse();
    }

    @Test
    void whereNoTimeIsKnownNothingChanges() {
        RatingMatrix untimed = SittingRatings.of(40, 40, false, 5);
        FactorModel with = model(untimed, options(true, 1));
        FactorModel without = model(untimed, options(false, 1));
        assertTrue(with.sittings().isEmpty());
        assertArrayEquals(without.allUserFactors(), with.allUserFactors());
        assertEquals(with.predict(1, 2), with.predict(1, 2, 1_000_000_000L));
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        RatingMatrix train = SittingRatings.of(150, 40, true, 6);
        FactorModel one = model(train, options(true, 1));
        FactorModel three = model(train, options(true, 3));
        assertSame(one, three, train);
    }

    private static void assertSame(FactorModel expected, FactorModel actual, RatingMatrix train) {
        assertArrayEquals(expected.allUserFactors(), actual.allUserFactors());
        for (int user = 0; user < train.users().size(); user++) {
            for (int position = train.byUser().start(user); position < train.byUser().end(user); position++) {
                int movie = train.byUser().index(position);
                long time = train.epochSeconds(position);
                assertEquals(expected.predict(user, movie, time), actual.predict(user, movie, time));
            }
        }
    }

    /** Runs of ratings without a longer gap; those without a time are in none. */
    @Test
    void ratingsOfOneRunAreOneSitting() {
        long late = (1L << 32) - 5; // beyond 2038, where an int has its sign
        RatingMatrix train = RatingMatrix.builder().add(1, 1, 3, 100).add(1, 2, 3, 0).add(1, 3, 3, 125)
                .add(1, 4, 3, 112)
                .add(1, 5, 3, late).add(2, 1, 3, 110).add(2, 2, 3, late).add(2, 3, 3, 126).build();
        SittingBins bins = SittingBins.of(train, 15, () -> {});
        assertArrayEquals(new int[]{0, -1, 0, 0, 1, 2, 4, 3}, bins.ofRating());
        assertArrayEquals(new int[]{0, 2, 5}, bins.level().starts());
        assertEquals(Sittings.Level.span(100, 125), bins.level().spans()[0]);
        assertEquals(5, bins.sittings());
    }

    @Test
    void aTrainingThatGoesOnGivesTheSameModel() {
        RatingMatrix train = SittingRatings.of(60, 40, true, 7);
        FactorModel whole = model(train, options(true, 2));
        BpmfTrainer trainer = new BpmfTrainer(new Als());
        for (int killedAfter : new int[]{3, 15, 39}) {
            KeptCheckpoints first = new KeptCheckpoints(killedAfter);
            assertThrows(CancellationException.class,
                    () -> trainer.train(train, null, options(true, 1), first.listener()));
            KeptCheckpoints second = new KeptCheckpoints(0);
            second.keep(first.kept());
            assertSame(whole, trainer.train(train, null, options(true, 2), second.listener()).model(), train);
        }
    }
}
