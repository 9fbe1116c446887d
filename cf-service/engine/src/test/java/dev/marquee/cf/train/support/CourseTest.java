package dev.marquee.cf.train.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.ImplicitFeatures;
import dev.marquee.cf.model.Uncertainty;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.common.error.TrainingFailed;
import dev.marquee.common.id.IdMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static FactorModel model(float userBias, float movieBias, float userFactor, float movieFactor) {
        return new FactorModel(IdMap.of(new long[]{1}), IdMap.of(new long[]{2}), 1, 3, 1, 5, new float[]{userBias},
                new float[]{movieBias}, new float[]{userFactor}, new float[]{movieFactor});
    }

    /** No figure that is told needs to show it: those held out may know nothing of the row. */
    @Test
    void aModelWithOneNumberThatIsNotFiniteFailsTheTraining() {
        FactorModel good = model(1, 1, 1, 1);
        float[] one = {1};
        List<FactorModel> bad = List.of(model(Float.NaN, 1, 1, 1), model(1, Float.NEGATIVE_INFINITY, 1, 1),
                model(1, 1, Float.NaN, 1), model(1, 1, 1, Float.POSITIVE_INFINITY),
                good.with(new ImplicitFeatures(1, new float[]{Float.NaN}, one, one, one)),
                good.with(new ImplicitFeatures(1, one, new float[]{Float.NaN}, one, one)),
                good.with(new Uncertainty(Float.NaN, one, one)),
                good.with(new Uncertainty(1, new float[]{Float.NaN}, one)),
                good.with(new Uncertainty(1, one, new float[]{Float.NaN})));
        for (FactorModel model : bad) {
            Course course = new Course(null, 2, 0, TrainListener.NONE, "Do otherwise.");
            course.epochDone(0.5, () -> good);
            course.epochDone(0.5, () -> model);
            assertEquals("The training diverged in epoch 2: not all numbers of its model are finite. Do otherwise.",
                    assertThrows(TrainingFailed.class, course::result).getMessage());
        }
        Course course = new Course(null, 1, 0, TrainListener.NONE, "Do otherwise.");
        course.epochDone(0.5,
                () -> good.with(new ImplicitFeatures(1, one, one, one, one)).with(new Uncertainty(1, one, one)));
        assertEquals(1, course.result().bestEpoch());
    }
}
