package dev.marquee.cf.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieFacts;
import dev.marquee.common.id.IdMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What like movies tell, against sums over a list of neighbours that is sorted, to the bit.
 */
class NeighbourFeaturesPropertyTest {
    private static final int MOVIES = 60;
    private static final int FACTORS = 21;

    /** One of someone's ratings, by its place among them. */
    private record Near(int place, float like) {}

    private static FactorModel model(SplittableRandom random, RatingMatrix ratings) {
        float[] factors = new float[MOVIES * FACTORS];
        for (int i = 0; i < factors.length; i++) {
            // Some movies have no factors, and some have the same.
            int movie = i / FACTORS;
            factors[i] = movie % 11 == 3 ? 0 : movie % 7 == 6 ? factors[i - FACTORS] : (float) random.nextGaussian();
        }
        float[] user = new float[ratings.users().size() * FACTORS];
        for (int i = 0; i < user.length; i++) {
            user[i] = (float) random.nextGaussian() / 5;
        }
        return new FactorModel(ratings.users(), IdMap.of(LongStream.range(0, MOVIES).toArray()), FACTORS, 3, 1, 5,
                new float[ratings.users().size()], new float[MOVIES], user, factors);
    }

    private static float cosine(FactorModel model, int a, int b) {
        return model.product(a, b) * inverse(model, a) * inverse(model, b);
    }

    private static float inverse(FactorModel model, int movie) {
        float square = model.product(movie, movie);
        return square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
    }

    private static float[] expected(FactorModel model, Someone someone, int movie) {
        List<Near> all = new ArrayList<>();
        for (int place = 0; place < someone.known.size() && movie >= 0; place++) {
            if (someone.known.movies()[place] != movie) {
                all.add(new Near(place, cosine(model, movie, someone.known.movies()[place])));
            }
        }
        float[] sums = new float[5];
        for (Near near : all) {
            if (near.like > 0) {
                float cube = near.like * near.like * near.like;
                float eighth = cube * cube * near.like * near.like;
                sums[0] += cube;
                sums[1] += cube * someone.beyondModel[near.place];
                sums[2] += cube * someone.beyondMeans[near.place];
                sums[3] += eighth;
                sums[4] += eighth * someone.beyondMeans[near.place];
            }
        }
        List<Near> nearest = all.stream().sorted(Comparator.comparingDouble((Near near) -> -near.like)).limit(10)
                .toList();
        float[] row = new float[NeighbourFeatures.WIDTH];
        for (int i = 0; i < 5; i++) {
            boolean there = i < nearest.size();
            row[i] = there ? someone.known.ratings()[nearest.get(i).place] : someone.mean;
            row[5 + i] = there ? nearest.get(i).like : 0;
            row[10 + i] = there ? someone.beyondMeans[nearest.get(i).place] : 0;
        }
        float[] near = new float[4];
        for (Near each : nearest) {
            float weight = Math.max(0, each.like);
            near[0] += weight;
            near[1] += weight * someone.known.ratings()[each.place];
            near[2] += weight * someone.beyondMeans[each.place];
            near[3] += weight * someone.beyondModel[each.place];
        }
        row[15] = near[0] > 0 ? near[1] / near[0] : someone.mean;
        row[16] = near[2] / (near[0] + 0.1f);
        row[17] = near[3] / (near[0] + 0.1f);
        row[18] = sums[1] / (sums[0] + 0.1f);
        row[19] = sums[2] / (sums[0] + 0.1f);
        row[20] = sums[4] / (sums[3] + 0.1f);
        row[21] = someone.meanBeyondModel;
        return row;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 40, MOVIES})
    void theyAreThoseOfASortedList(int rated) {
        SplittableRandom random = new SplittableRandom(rated);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int movie = 0; movie < MOVIES; movie++) {
            builder.add(1, movie, 1 + random.nextInt(5), 0);
        }
        random.ints(0, MOVIES).distinct().limit(rated).sorted()
                .forEach(movie -> builder.add(2, movie, 1 + random.nextInt(5), 0));
        RatingMatrix ratings = builder.build();
        FactorModel model = model(random, ratings);
        Someone someone = new Someone(model, MovieFacts.of(ratings), model.userVector(1),
                KnownRatings.of(ratings, 1));
        NeighbourFeatures features = new NeighbourFeatures(Neighbourhood.of(model), someone);
        for (int movie = -1; movie < MOVIES; movie++) {
            float[] row = new float[NeighbourFeatures.WIDTH];
            features.fill(movie, row, 0);
            assertArrayEquals(expected(model, someone, movie), row, "movie " + movie);
        }
    }
}
