package dev.marquee.cf.train.sgd;

import dev.marquee.common.kernel.LaneSum;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API; rows are whole vectors, so there is no tail. Rows of four vectors, which is 64 factors at 512 bits,
 * stay in registers between the product and the move.
 */
final class PanamaSgdKernel implements SgdKernel {
    /** At most 16 lanes, because rows are padded to 16 floats. */
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= SgdRows.PADDING
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();

    @Override
    public double steps(SgdBlocks blocks, int from, int to, SgdRows users, SgdRows movies, float mean,
            float perFactor) {
        return users.drawn
                ? drawn(blocks, from, to, users, movies, mean, perFactor)
                : users.padded == 4 * LANES
                        ? four(blocks, from, to, users, movies, mean, perFactor)
                        : any(blocks, from, to, users, movies, mean, perFactor);
    }

    private static double any(SgdBlocks blocks, int from, int to, SgdRows users, SgdRows movies, float mean,
            float perFactor) {
        float[] p = users.values;
        float[] q = movies.values;
        int length = users.padded;
        double squares = 0;
        for (int i = from; i < to; i++) {
            int user = users.from(blocks.users[i]);
            int movie = movies.from(blocks.movies[i]);
            int userState = user + length;
            int movieState = movie + length;
            float product = dot(p, user, q, movie, length);
            float error = blocks.ratings[i] - mean - p[userState + SgdRows.BIAS] - q[movieState + SgdRows.BIAS]
                    - product;
            squares += error * error;
            float userRate = p[userState + SgdRows.RATE];
            float movieRate = q[movieState + SgdRows.RATE];
            move(p, user, 1 - userRate * p[userState + SgdRows.LAMBDA], userRate * error, q, movie,
                    1 - movieRate * q[movieState + SgdRows.LAMBDA], movieRate * error, length);
            float userNorm = p[userState + SgdRows.NORM];
            SgdStep.state(p, userState, error, product, q[movieState + SgdRows.NORM], perFactor);
            SgdStep.state(q, movieState, error, product, userNorm, perFactor);
        }
        return squares;
    }

    /** With expected factors. */
    private static double drawn(SgdBlocks blocks, int from, int to, SgdRows users, SgdRows movies, float mean,
            float perFactor) {
        float[] p = users.values;
        float[] q = movies.values;
        int length = users.padded;
        double squares = 0;
        for (int i = from; i < to; i++) {
            int user = users.from(blocks.users[i]);
            int movie = movies.from(blocks.movies[i]);
            int userState = user + length;
            int movieState = movie + length;
            float product = dot(p, user, q, movie, length);
            float error = blocks.ratings[i] - mean - p[userState + SgdRows.BIAS] - q[movieState + SgdRows.BIAS]
                    - product;
            squares += error * error;
            float userRate = p[userState + SgdRows.RATE];
            float movieRate = q[movieState + SgdRows.RATE];
            moveDrawn(p, user, userRate * p[userState + SgdRows.LAMBDA], userRate * error, q, movie,
                    movieRate * q[movieState + SgdRows.LAMBDA], movieRate * error, length);
            SgdStep.drawnState(p, userState, error, q[movieState + SgdRows.NORM], perFactor);
            SgdStep.drawnState(q, movieState, error, p[userState + SgdRows.NORM], perFactor);
        }
        return squares;
    }

    private static double four(SgdBlocks blocks, int from, int to, SgdRows users, SgdRows movies, float mean,
            float perFactor) {
        float[] p = users.values;
        float[] q = movies.values;
        double squares = 0;
        for (int i = from; i < to; i++) {
            int user = users.from(blocks.users[i]);
            int movie = movies.from(blocks.movies[i]);
            int userState = user + 4 * LANES;
            int movieState = movie + 4 * LANES;
            FloatVector p0 = FloatVector.fromArray(SPECIES, p, user);
            FloatVector p1 = FloatVector.fromArray(SPECIES, p, user + LANES);
            FloatVector p2 = FloatVector.fromArray(SPECIES, p, user + 2 * LANES);
            FloatVector p3 = FloatVector.fromArray(SPECIES, p, user + 3 * LANES);
            FloatVector q0 = FloatVector.fromArray(SPECIES, q, movie);
            FloatVector q1 = FloatVector.fromArray(SPECIES, q, movie + LANES);
            FloatVector q2 = FloatVector.fromArray(SPECIES, q, movie + 2 * LANES);
            FloatVector q3 = FloatVector.fromArray(SPECIES, q, movie + 3 * LANES);
            float product = LaneSum.of(p0.fma(q0, p1.mul(q1)).add(p2.fma(q2, p3.mul(q3))));
            float error = blocks.ratings[i] - mean - p[userState + SgdRows.BIAS] - q[movieState + SgdRows.BIAS]
                    - product;
            squares += error * error;
            float userRate = p[userState + SgdRows.RATE];
            float movieRate = q[movieState + SgdRows.RATE];
            FloatVector keepUser = FloatVector.broadcast(SPECIES, 1 - userRate * p[userState + SgdRows.LAMBDA]);
            FloatVector pullUser = FloatVector.broadcast(SPECIES, userRate * error);
            FloatVector keepMovie = FloatVector.broadcast(SPECIES, 1 - movieRate * q[movieState + SgdRows.LAMBDA]);
            FloatVector pullMovie = FloatVector.broadcast(SPECIES, movieRate * error);
            q0.fma(pullUser, p0.mul(keepUser)).intoArray(p, user);
            q1.fma(pullUser, p1.mul(keepUser)).intoArray(p, user + LANES);
            q2.fma(pullUser, p2.mul(keepUser)).intoArray(p, user + 2 * LANES);
            q3.fma(pullUser, p3.mul(keepUser)).intoArray(p, user + 3 * LANES);
            p0.fma(pullMovie, q0.mul(keepMovie)).intoArray(q, movie);
            p1.fma(pullMovie, q1.mul(keepMovie)).intoArray(q, movie + LANES);
            p2.fma(pullMovie, q2.mul(keepMovie)).intoArray(q, movie + 2 * LANES);
            p3.fma(pullMovie, q3.mul(keepMovie)).intoArray(q, movie + 3 * LANES);
            float userNorm = p[userState + SgdRows.NORM];
            SgdStep.state(p, userState, error, product, q[movieState + SgdRows.NORM], perFactor);
            SgdStep.state(q, movieState, error, product, userNorm, perFactor);
        }
        return squares;
    }

    private static float dot(float[] p, int fromP, float[] q, int fromQ, int length) {
        FloatVector even = FloatVector.zero(SPECIES);
        FloatVector odd = even;
        int f = 0;
        for (; f <= length - 2 * LANES; f += 2 * LANES) {
            even = FloatVector.fromArray(SPECIES, p, fromP + f).fma(FloatVector.fromArray(SPECIES, q, fromQ + f), even);
            odd = FloatVector.fromArray(SPECIES, p, fromP + f + LANES)
                    .fma(FloatVector.fromArray(SPECIES, q, fromQ + f + LANES), odd);
        }
        for (; f < length; f += LANES) {
            even = FloatVector.fromArray(SPECIES, p, fromP + f).fma(FloatVector.fromArray(SPECIES, q, fromQ + f), even);
        }
        return LaneSum.of(even.add(odd));
    }

    private static void move(float[] p, int fromP, float keepP, float pullP, float[] q, int fromQ, float keepQ,
            float pullQ, int length) {
        FloatVector keepPs = FloatVector.broadcast(SPECIES, keepP);
        FloatVector pullPs = FloatVector.broadcast(SPECIES, pullP);
        FloatVector keepQs = FloatVector.broadcast(SPECIES, keepQ);
        FloatVector pullQs = FloatVector.broadcast(SPECIES, pullQ);
        for (int f = 0; f < length; f += LANES) {
            FloatVector oldP = FloatVector.fromArray(SPECIES, p, fromP + f);
            FloatVector oldQ = FloatVector.fromArray(SPECIES, q, fromQ + f);
            oldQ.fma(pullPs, oldP.mul(keepPs)).intoArray(p, fromP + f);
            oldP.fma(pullQs, oldQ.mul(keepQs)).intoArray(q, fromQ + f);
        }
    }

    private static void moveDrawn(float[] p, int fromP, float drawP, float pullP, float[] q, int fromQ, float drawQ,
            float pullQ, int length) {
        FloatVector drawPs = FloatVector.broadcast(SPECIES, drawP);
        FloatVector pullPs = FloatVector.broadcast(SPECIES, pullP);
        FloatVector drawQs = FloatVector.broadcast(SPECIES, drawQ);
        FloatVector pullQs = FloatVector.broadcast(SPECIES, pullQ);
        int expected = length + SgdRows.PADDING;
        for (int f = 0; f < length; f += LANES) {
            FloatVector oldP = FloatVector.fromArray(SPECIES, p, fromP + f);
            FloatVector oldQ = FloatVector.fromArray(SPECIES, q, fromQ + f);
            FloatVector offP = FloatVector.fromArray(SPECIES, p, fromP + expected + f).sub(oldP);
            FloatVector offQ = FloatVector.fromArray(SPECIES, q, fromQ + expected + f).sub(oldQ);
            oldQ.fma(pullPs, offP.fma(drawPs, oldP)).intoArray(p, fromP + f);
            oldP.fma(pullQs, offQ.fma(drawQs, oldQ)).intoArray(q, fromQ + f);
        }
    }
}
