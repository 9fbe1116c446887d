package dev.marquee.cf.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    @Test
    void whatIsUnknownIsLeftOut() {
        FactorModel model = model();
        assertEquals(3.5f, model.predict(99L, 99L));
        assertEquals(3.5f + 0.3f, model.predict(99L, 1L), 1e-6f);
        assertEquals(3.5f - 0.1f, model.predict(20L, 99L), 1e-6f);
        assertEquals(3.5f - 0.1f, model.predict(model.userVector(1), -1), 1e-6f);
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
        }
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
        return new FactorModel(users, movies, k, 3.3f, 0.5f, 5, floats(random, users.size()),
                floats(random, movies.size()), floats(random, users.size() * k), floats(random, movies.size() * k));
    }

    private static float[] floats(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
