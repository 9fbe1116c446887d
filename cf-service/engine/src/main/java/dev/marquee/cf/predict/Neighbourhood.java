package dev.marquee.cf.predict;

import dev.marquee.cf.model.FactorModel;

/**
 * How like movies are: the cosine of their factors, those of all parts side by side. Immutable, thread-safe.
 */
final class Neighbourhood {
    private final FactorModel model;
    private final float[] inverseNorms;

    private Neighbourhood(FactorModel model, float[] inverseNorms) {
        this.model = model;
        this.inverseNorms = inverseNorms;
    }

    static Neighbourhood of(FactorModel model) {
        float[] inverse = new float[model.movies().size()];
        for (int movie = 0; movie < inverse.length; movie++) {
            float square = model.product(movie, movie);
            inverse[movie] = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
        }
        return new Neighbourhood(model, inverse);
    }

    /**
     * Of a movie and some others; 0 where one has no factors. Nothing else is done in this loop, so that the processor
     * is at several products at once.
     *
     * @param cosines at least as many as others
     */
    void cosines(int movie, int[] others, float[] cosines) {
        for (int i = 0; i < others.length; i++) {
            cosines[i] = model.product(movie, others[i]) * inverseNorms[movie] * inverseNorms[others[i]];
        }
    }
}
