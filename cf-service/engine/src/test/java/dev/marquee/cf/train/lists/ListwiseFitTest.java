package dev.marquee.cf.train.lists;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.index.ListPool;
import dev.marquee.cf.model.ScoreWeights;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.support.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In the sitting the movies are liked of which the first number said is high; afterwards, those of the second. */
class ListwiseFitTest {
    private static final int MOVIES = 20;
    private final Random random = new Random(3);

    private Example example(boolean away) {
        float[] said = new float[MOVIES * ScoreWeights.FEATURES];
        boolean[] liked = new boolean[MOVIES];
        for (int movie = 0; movie < MOVIES; movie++) {
            for (int f = 0; f < 2; f++) {
                said[movie * ScoreWeights.FEATURES + f] = random.nextFloat();
            }
            liked[movie] = said[movie * ScoreWeights.FEATURES + (away ? 1 : 0)] > 0.8;
        }
        liked[0] = true;
        return new Example(new ListPool(10, away, new int[MOVIES], said, new float[MOVIES]), liked, 1);
    }

    private static ScoreWeights fit(List<Example> examples) {
        try (Workers workers = new Workers(2, TrainListener.NONE)) {
            return new ListwiseFit(workers).weights(examples);
        }
    }

    private List<Example> examples(int count, boolean away) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(example(away));
        }
        return examples;
    }

    @Test
    void whatPeopleComeBackForHasNoSayInTheSitting() {
        List<Example> inTheSitting = examples(300, false);
        List<Example> all = new ArrayList<>(inTheSitting);
        all.addAll(examples(40, true));
        ScoreWeights alone = fit(inTheSitting);
        ScoreWeights both = fit(all);
        assertArrayEquals(alone.weights(), alone.away());
        assertArrayEquals(alone.weights(), both.weights());
        double[] now = both.at(10, false);
        double[] later = both.at(10, true);
        assertTrue(now[0] > 2 * now[1], now[0] + " of the first, " + now[1] + " of the second");
        assertTrue(later[1] > 2 * later[0], later[0] + " of the first, " + later[1] + " of the second");
    }
}
