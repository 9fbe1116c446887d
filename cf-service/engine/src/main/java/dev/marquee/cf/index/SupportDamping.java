package dev.marquee.cf.index;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.kernel.Kernels;
import java.util.function.IntUnaryOperator;

/**
 * Lists by a model of stars: what it predicts beyond the user's usual, b_i + p_u·q_i, shrunk by n / (n + damping) for a
 * movie with n ratings. Without it, lists are led by movies that three people loved. Stateless, thread-safe.
 */
public final class SupportDamping {
    private SupportDamping() {}

    /**
     * @param ratings how many ratings a movie of the model had in the training
     * @param damping 0: none, but a movie without ratings still scores 0
     * @return the movies by their shrunk factors and biases
     */
    public static FactorIndex index(FactorModel model, IntUnaryOperator ratings, double damping) {
        float[] factors = model.allMovieFactors();
        float[] biases = model.allMovieBiases();
        for (int movie = 0; movie < biases.length; movie++) {
            int count = ratings.applyAsInt(movie);
            float trust = count == 0 ? 0 : (float) (count / (count + damping));
            Kernels.get().scale(trust, factors, movie * model.factors(), model.factors());
            biases[movie] *= trust;
        }
        return FactorIndex.takingOver(model.factors(), factors, biases);
    }
}
