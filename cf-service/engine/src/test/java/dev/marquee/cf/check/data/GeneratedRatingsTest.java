package dev.marquee.cf.check.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Fingerprint;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.baseline.Biases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedRatingsTest {
    private static final DataShape SHAPE = new DataShape(60_000, 1_000, 600, 600);

    @Test
    void theShapeIsExactAndTheSeedDecides() {
        RatingMatrix ratings = GeneratedRatings.of(SHAPE, 1);
        assertEquals(List.of(60_000, 1_000, 600),
                List.of(ratings.size(), ratings.users().size(), ratings.movies().size()));
        for (int user = 0; user < ratings.users().size(); user++) {
            assertTrue(ratings.byUser().length(user) >= DataShape.LEAST_RATINGS);
            for (int at = ratings.byUser().start(user) + 1; at < ratings.byUser().end(user); at++) {
                assertTrue(ratings.byUser().index(at) > ratings.byUser().index(at - 1), "user " + user);
            }
        }
        for (int movie = 0; movie < ratings.movies().size(); movie++) {
            assertTrue(ratings.byMovie().length(movie) > 0, "movie " + movie);
        }
        assertEquals(List.of(0.5f, 5f), List.of(ratings.minRating(), ratings.maxRating()));
        assertEquals(Fingerprint.of(ratings), Fingerprint.of(GeneratedRatings.of(SHAPE, 1)));
        assertNotEquals(Fingerprint.of(ratings), Fingerprint.of(GeneratedRatings.of(SHAPE, 2)));
    }

    @Test
    void thereIsTasteInThem() {
        Split split = Split.random(GeneratedRatings.of(SHAPE, 1), 0.1, 1);
        double biases = rmse(new Biases(), split);
        double factors = rmse(new Als(), split);
        assertTrue(factors < biases - 0.02, factors + " with factors, " + biases + " without");
    }

    private static double rmse(Algorithm<?> algorithm, Split split) {
        return RatingErrors.of(algorithm.estimator().train(split.train(), split.heldOut(), TrainListener.NONE).model(),
                split.heldOut()).rmse();
    }

    @Test
    void ratingsAreReadFromAllReleases(@TempDir Path folder) throws IOException {
        for (String[] file : new String[][]{{"new", "ratings.csv", "userId,movieId,rating,timestamp\n1,7,4.5,9\n"},
                {"old", "ratings-90.dat", "1::7::4.5::9\n"}, {"oldest", "u.data", "1\t7\t4.5\t9\n"},
                {"none", "movies.csv", "1,a\n"}}) {
            Path each = Files.createDirectories(folder.resolve(file[0]));
            Files.writeString(each.resolve(file[1]), file[2]);
        }
        assertEquals(Set.of("new", "old", "oldest"), RatingFolder.files(folder).keySet());
        assertEquals(Set.of("old"), RatingFolder.files(folder.resolve("old")).keySet());
        for (Path file : RatingFolder.files(folder).values()) {
            RatingMatrix ratings = RatingFolder.read(file);
            assertEquals(1, ratings.size());
            assertEquals(4.5f, ratings.rating(ratings.users().indexOf(1), ratings.movies().indexOf(7)));
        }
    }
}
