package dev.marquee.launcher.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Where films stand in a space of taste. Each trait (a genre, a tag, a director, a decade) has a random direction that
 * depends on its name and the seed alone; a film is the sum of its traits' directions plus one of its own, brought to
 * unit length. Films that share traits therefore please the same people, as in life.
 */
final class TasteModel {
    /** Number of dimensions. */
    static final int DIMENSIONS = 12;
    /** How much of a film is its own, against one trait. */
    private static final double OWN = 0.8;

    private final long seed;

    TasteModel(long seed) {
        this.seed = seed;
    }

    /** One unit vector for each film. */
    double[][] positions(List<SampleMovie> movies) {
        double[][] positions = new double[movies.size()][];
        for (int i = 0; i < positions.length; i++) {
            SampleMovie movie = movies.get(i);
            double[] position = direction("film " + movie.movieId(), OWN);
            for (String trait : movie.traits()) {
                double[] along = direction(trait, weight(trait));
                for (int d = 0; d < DIMENSIONS; d++) {
                    position[d] += along[d];
                }
            }
            positions[i] = unit(position);
        }
        return positions;
    }

    /** Genres shape taste more than a single tag does. */
    private static double weight(String trait) {
        return trait.startsWith("genre ") ? 1.0 : 0.5;
    }

    private double[] direction(String name, double length) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
        double[] vector = new double[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = Gaussian.next(random);
        }
        unit(vector);
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] *= length;
        }
        return vector;
    }

    private static double[] unit(double[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= norm;
        }
        return vector;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
