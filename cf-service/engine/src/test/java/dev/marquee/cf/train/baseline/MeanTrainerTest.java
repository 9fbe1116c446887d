package dev.marquee.cf.train.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.AnyTrainerContractTest;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import org.junit.jupiter.api.Test;

class MeanTrainerTest extends AnyTrainerContractTest<MeanOptions> {
    private static final RatingMatrix RATINGS = RatingMatrix.builder().add(1, 1, 5, 0).add(1, 2, 2, 0).add(2, 1, 2, 0)
            .build();

    @Override
    protected Trainer<MeanOptions> trainer() {
        return new MeanTrainer();
    }

    @Override
    protected MeanOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new MeanOptions();
    }

    @Test
    void everythingIsTheMean() {
        TrainResult result = trainer().train(RATINGS, null, new MeanOptions(), TrainListener.NONE);
        FactorModel model = result.model();
        assertEquals(3, model.predict(1L, 1L));
        assertEquals(3, model.predict(2L, 2L));
        assertEquals(3, model.predict(99L, 99L));
        assertEquals(Math.sqrt(2), result.history().getFirst().train(), 1e-12);
        Folding folding = new Mean().folding(model, new MeanOptions());
        assertEquals(3, model.predict(folding.user(new long[]{1, 2}, new float[]{5, 5}), 1));
        assertArrayEquals(new float[1], folding.movie(new long[]{1}, new float[]{5}).factors());
        assertEquals(0, folding.movie(new long[]{1}, new float[]{5}).bias());
    }
}
