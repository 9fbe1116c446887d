package dev.marquee.cf.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.cf.boost.Forest;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieFacts;
import dev.marquee.cf.model.SecondStage;
import dev.marquee.cf.model.Sittings;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.predict.FeatureMaker;
import dev.marquee.cf.predict.KnownRatings;
import dev.marquee.cf.predict.RatingFeatures;
import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private static final RatingMatrix KNOWN = RatingMatrix.builder().add(1, 10, 5, 100).add(1, 20, 3, 110)
            .add(2, 30, 4, 5000).build();
    private static final FactorModel MODEL = new FactorModel(KNOWN.users(), KNOWN.movies(), 2, 3.5f, 1, 5,
            new float[]{0.25f, -0.5f}, new float[]{0.125f, 0.5f, -0.25f}, new float[]{0.5f, 0.25f, -0.125f, 1},
            new float[]{1, 0.5f, -0.5f, 0.25f, 0.75f, -1});
    /** Two by two, and someone and something unknown. */
    private static final HeldOut HELD_OUT = HeldOut
            .of(KNOWN, new long[]{1, 1, 2, 2, 99, 1, 99}, new long[]{30, 99, 10, 20, 10, 30, 99}, new float[7])
            .at(new long[]{105, 105, 4900, 0, 105, 9_000_000, 0});

    private static FactorModel withSittings() {
        Sittings.Level page = new Sittings.Level(60, new int[]{0, 1, 2},
                new long[]{Sittings.Level.span(100, 110), Sittings.Level.span(5000, 5000)}, new float[]{0.5f, -0.25f});
        return MODEL.with(new Sittings(List.of(page), new float[]{0.2f, -0.3f}, new float[]{0.1f, 0.2f, 0.3f, 0.4f}));
    }

    /** One tree: whether fewer than two were given before the time. */
    private static FactorModel inTwoStages() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChecksummedOutput out = new ChecksummedOutput(bytes, 1, 1);
        int width = FeatureMaker.width(1);
        int before = width - 7;
        for (int number : new int[]{width, 1, 3, 0, before, 0, 0, 1, 0, 0}) {
            out.writeInt(number);
        }
        out.writeFloats(new float[]{1, -0.5f, 0.25f});
        out.seal();
        ChecksummedInput in = new ChecksummedInput(new ByteArrayInputStream(bytes.toByteArray()), "It", "No.", 1, 1);
        Forest forest = Forest.read(in, Forest.Sizes.read(in));
        return MODEL.with(new SecondStage(List.of(2), MovieFacts.of(KNOWN), forest));
    }

    @Test
    void aModelOfFactorsIsAskedAsItAnswersByIndexes() {
        for (FactorModel model : new FactorModel[]{MODEL, withSittings()}) {
            float[] timeless = Predictions.of(model, KNOWN, HELD_OUT);
            float[] timed = Predictions.timed(model, KNOWN, HELD_OUT);
            for (int i = 0; i < HELD_OUT.size(); i++) {
                assertEquals(model.predict(HELD_OUT.user(i), HELD_OUT.movie(i)), timeless[i], "rating " + i);
                assertEquals(model.predict(HELD_OUT.user(i), HELD_OUT.movie(i), HELD_OUT.epochSeconds(i)), timed[i],
                        "rating " + i);
            }
        }
        FactorModel model = withSittings();
        assertNotEquals(Predictions.of(model, KNOWN, HELD_OUT)[0], Predictions.timed(model, KNOWN, HELD_OUT)[0]);
    }

    @Test
    void aSecondStageIsToldTheTimeWhereItIsToBe() throws IOException {
        boolean[] severalOrUnknown = {false, false, false, true, false, true, true};
        FactorModel model = inTwoStages();
        float[] timeless = Predictions.of(model, KNOWN, HELD_OUT);
        float[] timed = Predictions.timed(model, KNOWN, HELD_OUT);
        for (int i = 0; i < HELD_OUT.size(); i++) {
            int user = HELD_OUT.user(i);
            UserVector vector = user < 0 ? MODEL.newcomer() : MODEL.userVector(user);
            RatingFeatures features = new FeatureMaker(MODEL, List.of(2), MovieFacts.of(KNOWN), KNOWN.content())
                    .of(vector, KnownRatings.of(KNOWN, user));
            float guess = features.fill(HELD_OUT.movie(i), 0, new float[100], 0);
            assertEquals(MODEL.clip(guess + features.trust() * 0.25f), timeless[i], "rating " + i);
            assertEquals(MODEL.clip(guess + features.trust() * (severalOrUnknown[i] ? 0.25f : -0.5f)), timed[i],
                    "rating " + i);
        }
    }

    @Test
    void aSecondStageAsksForRatings() throws IOException {
        FactorModel model = inTwoStages();
        assertThrows(IllegalArgumentException.class, () -> Predictions.of(model, HELD_OUT));
        assertEquals(HELD_OUT.size(), Predictions.of(MODEL, HELD_OUT).length);
    }
}
