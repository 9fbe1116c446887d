package dev.marquee.cf.train.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Metric;
import dev.marquee.common.id.IdMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BestModelTest {
    private static final Validation BY_NDCG = new Validation(Metric.NDCG_AT_10, model -> 0);
    private static final Validation ABSENT = new Validation(Metric.RMSE, null);

    private final List<FactorModel> models = Stream.generate(BestModelTest::model).limit(6).toList();

    private static FactorModel model() {
        return new FactorModel(IdMap.of(new long[]{1}), IdMap.of(new long[]{2}), 1, 3, 1, 5, new float[1],
                new float[1], new float[1], new float[1]);
    }

    /** @return the epochs until it is enough */
    private int offered(BestModel best, double... judged) {
        for (int epoch = 1; epoch <= judged.length; epoch++) {
            FactorModel now = models.get(epoch - 1);
            best.offer(epoch, judged[epoch - 1], () -> now);
            if (!best.worthMoreThan(epoch)) {
                return epoch;
            }
        }
        return judged.length;
    }

    @Test
    void soManyEpochsWithoutABetterOneAreEnough() {
        BestModel best = new BestModel(BY_NDCG, 6, 2);
        assertEquals(4, offered(best, 0.1, 0.3, 0.3, 0.2, 0.4, 0.5));
        assertEquals(2, best.epoch());
        assertSame(models.get(1), best.atEnd());
    }

    @Test
    void withoutPatienceAllEpochsAreRun() {
        BestModel best = new BestModel(BY_NDCG, 6, 0);
        assertEquals(6, offered(best, 0.5, 0.4, 0.3, 0.2, 0.1, 0));
        assertSame(models.getFirst(), best.atEnd());
    }

    @Test
    void whereNothingIsHeldOutTheLastEpochIsTheBestAndNoOtherModelIsMade() {
        BestModel best = new BestModel(ABSENT, 3, 1);
        for (int epoch = 1; epoch < 3; epoch++) {
            best.offer(epoch, Double.NaN, () -> {
                throw new AssertionError("the model is asked for");
            });
            assertEquals(epoch, best.epoch());
            assertNull(best.model());
        }
        assertThrows(NullPointerException.class, best::atEnd);
        best.offer(3, Double.NaN, models::getFirst);
        assertSame(models.getFirst(), best.atEnd());
    }

    @Test
    void whatACheckpointHadIsBeatenByABetterOneOnly() {
        BestModel best = new BestModel(BY_NDCG, 6, 3);
        best.take(2, 0.4, models.getFirst());
        best.offer(3, 0.4, () -> models.get(2));
        assertSame(models.getFirst(), best.atEnd());
        best.offer(4, 0.41, () -> models.get(3));
        assertEquals(4, best.epoch());
    }
}
