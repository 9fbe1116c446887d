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
import java.util.List;
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
        assertEquals(model.sittings().isPresent(), read.sittings().isPresent(), where);
        for (int user = 0; user < model.users().size() && model.sittings().isPresent(); user++) {
            assertEquals(model.sittings().get().bias(user, 105), read.sittings().get().bias(user, 105), where);
            assertEquals(model.predict(user, -1, 105), read.predict(user, -1, 105), where);
        }
        if (model.uncertainty().isPresent()) {
            for (int i = -1; i < Math.min(users, movies); i++) {
                assertEquals(model.uncertainty().get().deviationTold(i, -1),
                        read.uncertainty().get().deviationTold(i, -1), where);
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

    /** Between the steps it is interpolated by the logarithm of 1 + n. */
    @Test
    void whoTellsMoreIsKnownBetter() {
        float[] told = {1, 0.8f, 0.6f, 0.4f, 0.3f, 0.2f, 0.1f, 0.1f, 0.05f};
        Uncertainty known = new Uncertainty(0, new float[]{0.02f}, new float[]{0, 0.5f}, told, 2);
        assertEquals(1, known.deviation(-1, 0), 1e-6);
        assertEquals(Math.sqrt(3), known.deviation(-1, -1), 1e-6);
        assertEquals(Math.sqrt(0.8), known.deviationTold(1, 0), 1e-6);
        double share = Math.log(4 / 3.0) / Math.log(5 / 3.0);
        assertEquals(Math.sqrt(0.6 - 0.2 * share), known.deviationTold(3, 0), 1e-6);
        assertEquals(Math.sqrt(0.55), known.deviationTold(128, 1), 1e-6);
        assertEquals(Math.sqrt(0.55), known.deviationTold(9000, 1), 1e-6);
        Uncertainty newcomers = known.ofTold(new int[]{0, 4});
        assertEquals(Math.sqrt(1.5), newcomers.deviation(0, 1), 1e-6);
        assertEquals(Math.sqrt(0.4), newcomers.deviation(1, 0), 1e-6);
        assertThrows(IllegalArgumentException.class,
                () -> new Uncertainty(0, new float[1], new float[1], new float[3], 0));
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
        if (random.nextBoolean()) {
            model = model.with(sittings(random, users.size(), k));
        }
        return random.nextBoolean()
                ? model.with(new Uncertainty(0.8f, floats(random, users.size()), floats(random, movies.size()),
                        floats(random, Uncertainty.steps().length), random.nextFloat()))
                : model;
    }

    /** Of each user one day from second 100 on, and on it two sittings, at 100 to 110 and at 150. */
    private static Sittings sittings(Random random, int users, int k) {
        int[] days = new int[users + 1];
        int[] pages = new int[users + 1];
        long[] ofDays = new long[users];
        long[] ofPages = new long[2 * users];
        for (int user = 0; user < users; user++) {
            days[user + 1] = user + 1;
            pages[user + 1] = 2 * user + 2;
            ofDays[user] = Sittings.Level.span(100, 150);
            ofPages[2 * user] = Sittings.Level.span(100, 110);
            ofPages[2 * user + 1] = Sittings.Level.span(150, 150);
        }
        return new Sittings(List.of(new Sittings.Level(15, pages, ofPages, floats(random, 2 * users)),
                new Sittings.Level(1000, days, ofDays, floats(random, users))), floats(random, users),
                floats(random, users * k));
    }

    /** By the arrays: at a time a user's bias is that apart from sittings, and what each level says of it. */
    @Test
    void aTimeTellsTheSitting() {
        FactorModel plain = model();
        int users = plain.users().size();
        Random random = new Random(4);
        Sittings known = sittings(random, users, plain.factors());
        FactorModel model = plain.with(known);
        float page = known.levels().getFirst().effects()[2];
        float next = known.levels().getFirst().effects()[3];
        float day = known.levels().get(1).effects()[1];
        float alone = known.biases()[1];
        assertEquals(alone + page + day, known.bias(1, 95), 1e-6);
        assertEquals(alone + page + day, known.bias(1, 105), 1e-6);
        assertEquals(alone + page + day, known.bias(1, 125), 1e-6);
        assertEquals(alone + day, known.bias(1, 130), 1e-6);
        assertEquals(alone + next + day, known.bias(1, 140), 1e-6);
        assertEquals(alone + day, known.bias(1, 1150), 1e-6);
        assertEquals(alone, known.bias(1, 1151), 1e-6);
        assertEquals(alone, known.bias(1, 4_200_000_000L), 1e-6);
        assertEquals(plain.predict(1, 0), model.predict(1, 0, 0));
        assertEquals(plain.predict(1, 0), model.predict(1, 0));
        assertEquals(plain.predict(-1, 0), model.predict(-1, 0, 105));
        float product = 0;
        for (int f = 0; f < plain.factors(); f++) {
            product += known.factors()[plain.factors() + f] * plain.movieFactors(0)[f];
        }
        assertEquals(plain.clip(plain.mean() + alone + page + day + plain.movieBias(0) + product),
                model.predict(1, 0, 105), 1e-5);
        assertThrows(IllegalArgumentException.class, () -> plain.with(sittings(random, users + 1, plain.factors())));
        assertThrows(IllegalArgumentException.class, () -> plain.with(sittings(random, users, plain.factors() + 1)));
    }

    private static float[] floats(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
