package dev.marquee.cf.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.CorruptData;
import dev.marquee.common.id.IdMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactorModelTest {

    /** Users 10 and 20, movies 1, 2, 3. */
    private static FactorModel model() {
        return new FactorModel(IdMap.of(new long[]{10, 20}), IdMap.of(new long[]{1, 2, 3}), 2, 3.5f, 1, 5,
                new float[]{0.2f, -0.1f}, new float[]{0.3f, -4f, 1f}, new float[]{1, 0, 0.5f, 0.5f},
                new float[]{0.25f, 9, 0, 0, 2, 2});
    }

    @Test
    void aPredictionIsTheSumOfItsPartsWithinTheRange() {
        FactorModel model = model();
        assertEquals(3.5f + 0.2f + 0.3f + 0.25f, model.predict(10L, 1L), 1e-6f);
        assertEquals(1, model.predict(10L, 2L), "clipped from below");
        assertEquals(5, model.predict(20L, 3L), "clipped from above");
        assertEquals(model.predict(20L, 1L), model.predict(model.userVector(1), 0));
    }

    /** Neither the first user nor the first movie, and within the range. */
    @Test
    void aPredictionTakesTheFactorsOfThatUserAndThatMovie() {
        FactorModel model = new FactorModel(IdMap.of(new long[]{10, 20, 30}), IdMap.of(new long[]{1, 2, 3}), 2, 3, 1, 5,
                new float[3], new float[3], new float[]{9, 9, 9, 9, 0.5f, 0.25f},
                new float[]{9, 9, 9, 9, 1, -1});
        assertEquals(3.25f, model.predict(30L, 3L));
        assertEquals(3.25f, model.predict(model.userVector(2), 2));
    }

    @Test
    void oneNumberThatIsNoneMakesAModelNotFinite() {
        assertTrue(withOne(0, 1).finite());
        for (float wrong : new float[]{Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int part = 0; part < 14; part++) {
                assertFalse(withOne(part, wrong).finite(), wrong + " in part " + part);
            }
        }
    }

    /** Zeros everywhere but in one of all parts. */
    private static FactorModel withOne(int part, float number) {
        float[][] parts = new float[14][2];
        parts[part][1] = number;
        IdMap ids = IdMap.of(new long[]{1, 2});
        return new FactorModel(ids, ids, 1, parts[0][1], 1, 5, parts[1], parts[2], parts[3], parts[4])
                .with(new ImplicitFeatures(1, parts[5], parts[6], last(parts[10]), last(parts[11])))
                .with(new Uncertainty(parts[7][1], parts[8], parts[9]))
                .withNewcomer(new UserVector(parts[12][1], last(parts[13])));
    }

    private static float[] last(float[] numbers) {
        return new float[]{numbers[numbers.length - 1]};
    }

    /** A prediction is linear in each of its two rows, so that of the mean row is the mean of predictions. */
    @Test
    void whoeverIsUnknownIsPlacedAtTheMean() {
        IdMap users = IdMap.of(new long[]{10, 20});
        IdMap movies = IdMap.of(new long[]{1, 2, 3});
        FactorModel model = new FactorModel(users, movies, 2, 3.5f, -100, 100, new float[]{0.5f, -0.1f},
                new float[]{0.3f, -0.2f, 1}, new float[]{1, 2, 3, 4}, new float[]{0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f});
        for (long movie : movies.ids()) {
            assertEquals((model.predict(10, movie) + model.predict(20, movie)) / 2, model.predict(99L, movie), 1e-6f);
        }
        for (long user : new long[]{10, 20, 99}) {
            float sum = model.predict(user, 1L) + model.predict(user, 2L) + model.predict(user, 3L);
            assertEquals(sum / 3, model.predict(user, 99L), 1e-6f);
        }
        assertEquals(model.predict(20L, 99L), model.predict(model.userVector(1), -1), 1e-6f);
        assertEquals(0.2f, model.newcomer().bias(), 1e-6f);
        assertArrayEquals(new float[]{0.3f, 0.4f}, model.meanMovie().factors(), 1e-6f);
        FactorModel placed = model.withNewcomer(new UserVector(0.25f, new float[]{1, 0}));
        assertEquals(3.5f + 0.25f + 0.3f + 0.1f, placed.predict(99L, 1L), 1e-6f);
        assertThrows(IllegalArgumentException.class, () -> model.withNewcomer(new UserVector(0, new float[3])));
    }

    @Test
    void arraysHandedOutAreCopies() {
        FactorModel model = model();
        model.userFactors(0)[0] = 7;
        model.allMovieFactors()[0] = 7;
        model.allMovieBiases()[0] = 7;
        assertEquals(3.5f + 0.2f + 0.3f + 0.25f, model.predict(10L, 1L), 1e-6f);
    }

    @Test
    void arraysOfAnotherSizeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FactorModel(IdMap.of(new long[]{1}),
                IdMap.of(new long[]{1}), 2, 3, 1, 5, new float[1], new float[1], new float[2], new float[1]));
    }

    @Test
    void theBinaryFormGivesBackTheSameModel() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            FactorModel model = random(new Random(seed));
            FactorModel read = FactorModelFormat.read(new ByteArrayInputStream(bytes(model)));
            String where = "seed " + seed;
            assertArrayEquals(model.users().ids(), read.users().ids(), where);
            assertArrayEquals(model.movies().ids(), read.movies().ids(), where);
            assertEquals(model.factors(), read.factors(), where);
            assertEquals(model.mean(), read.mean(), where);
            assertEquals(model.minRating(), read.minRating(), where);
            assertEquals(model.maxRating(), read.maxRating(), where);
            assertArrayEquals(model.allUserBiases(), read.allUserBiases(), where);
            assertArrayEquals(model.allMovieBiases(), read.allMovieBiases(), where);
            assertArrayEquals(model.allUserFactors(), read.allUserFactors(), where);
            assertArrayEquals(model.allMovieFactors(), read.allMovieFactors(), where);
            assertSameExtras(model, read, where);
        }
    }

    private static void assertSameExtras(FactorModel model, FactorModel read, String where) {
        assertEquals(model.newcomer().bias(), read.newcomer().bias(), where);
        assertArrayEquals(model.newcomer().factors(), read.newcomer().factors(), where);
        assertEquals(model.trainedNewcomer().isPresent(), read.trainedNewcomer().isPresent(), where);
        assertEquals(model.implicit().isPresent(), read.implicit().isPresent(), where);
        assertEquals(model.uncertainty().isPresent(), read.uncertainty().isPresent(), where);
        int users = model.users().size();
        int movies = model.movies().size();
        if (model.implicit().isPresent() && users > 0 && movies > 0) {
            int[] last = {users - 1};
            assertArrayEquals(model.implicit().get().movieMean(last, 1), read.implicit().get().movieMean(last, 1),
                    where);
            last[0] = movies - 1;
            assertArrayEquals(model.implicit().get().userMean(last, 1), read.implicit().get().userMean(last, 1), where);
        }
        if (model.uncertainty().isPresent()) {
            for (int i = -1; i < Math.min(users, movies); i++) {
                assertEquals(model.uncertainty().get().deviation(i, i), read.uncertainty().get().deviation(i, i),
                        where);
            }
        }
    }

    @Test
    void whatTheChoiceOfMoviesTellsIsTheSumOverTheRootOfTheirNumber() {
        ImplicitFeatures features = new ImplicitFeatures(2, new float[]{1, 2, 3, 4, 5, 6}, new float[]{7, 8, 9, 10},
                new float[]{0.5f, 0}, new float[]{0, -1});
        assertArrayEquals(new float[]{0.5f + (1 + 5) / (float) Math.sqrt(2), (2 + 6) / (float) Math.sqrt(2)},
                features.userMean(new int[]{0, 2, 1}, 2), 1e-6f);
        assertArrayEquals(new float[]{9, 9}, features.movieMean(new int[]{1}, 1), 1e-6f);
        assertArrayEquals(new float[]{0.5f, 0}, features.userMean(new int[]{1}, 0));
        assertThrows(IllegalArgumentException.class,
                () -> model().with(new ImplicitFeatures(2, new float[6], new float[6], new float[2], new float[2])));
    }

    @Test
    void aDeviationAddsNoiseAndWhatIsNotKnownOfUserAndMovie() {
        Uncertainty uncertainty = new Uncertainty(0.8f, new float[]{0.1f, 0.3f}, new float[]{0.2f, 0, 0.1f});
        assertEquals(Math.sqrt(0.64 + 0.3 + 0.2), uncertainty.deviation(1, 0), 1e-6);
        assertEquals(Math.sqrt(0.64 + 0.1 + 0.1), uncertainty.deviation(0, 2), 1e-6);
        assertEquals(Math.sqrt(0.64 + 0.2 + 0.1), uncertainty.deviation(-1, -1), 1e-6);
        assertThrows(IllegalArgumentException.class,
                () -> model().with(new Uncertainty(1, new float[2], new float[2])));
    }

    @Test
    void damageAnywhereIsNoticedBeforeMemoryIsTaken() throws IOException {
        byte[] bytes = bytes(random(new Random(1)));
        for (int position = 0; position < bytes.length; position++) {
            byte[] damaged = bytes.clone();
            damaged[position] ^= 0x40; // a bit that makes sizes huge
            assertThrows(CorruptData.class, () -> FactorModelFormat.read(new ByteArrayInputStream(damaged)),
                    "byte " + position);
        }
    }

    private static byte[] bytes(FactorModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FactorModelFormat.write(model, bytes);
        return bytes.toByteArray();
    }

    private static FactorModel random(Random random) {
        IdMap users = IdMap.of(random.longs(random.nextInt(20)).toArray());
        IdMap movies = IdMap.of(random.longs(random.nextInt(30)).toArray());
        int k = 1 + random.nextInt(9);
        FactorModel model = new FactorModel(users, movies, k, 3.3f, 0.5f, 5, floats(random, users.size()),
                floats(random, movies.size()), floats(random, users.size() * k), floats(random, movies.size() * k));
        if (random.nextBoolean()) {
            model = model.with(new ImplicitFeatures(k, floats(random, movies.size() * k),
                    floats(random, users.size() * k), floats(random, k), floats(random, k)));
        }
        if (random.nextBoolean()) {
            model = model.withNewcomer(new UserVector(random.nextFloat(), floats(random, k)));
        }
        return random.nextBoolean()
                ? model.with(new Uncertainty(0.8f, floats(random, users.size()), floats(random, movies.size())))
                : model;
    }

    private static float[] floats(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
