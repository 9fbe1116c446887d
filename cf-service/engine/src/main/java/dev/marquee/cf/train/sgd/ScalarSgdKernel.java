package dev.marquee.cf.train.sgd;

/**
 * The reference.
 */
final class ScalarSgdKernel implements SgdKernel {

    @Override
    public double steps(SgdBlocks blocks, int from, int to, SgdRows users, SgdRows movies, float mean,
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
            float product = 0;
            for (int f = 0; f < length; f++) {
                product += p[user + f] * q[movie + f];
            }
            float error = blocks.ratings[i] - mean - p[userState + SgdRows.BIAS] - q[movieState + SgdRows.BIAS]
                    - product;
            squares += error * error;
            float userRate = p[userState + SgdRows.RATE];
            float movieRate = q[movieState + SgdRows.RATE];
            float keepUser = 1 - userRate * p[userState + SgdRows.LAMBDA];
            float keepMovie = 1 - movieRate * q[movieState + SgdRows.LAMBDA];
            for (int f = 0; f < length; f++) {
                float old = p[user + f];
                p[user + f] = keepUser * old + userRate * error * q[movie + f];
                q[movie + f] = keepMovie * q[movie + f] + movieRate * error * old;
            }
            if (users.drawn) {
                draw(p, user, length, 1 - keepUser);
                draw(q, movie, length, 1 - keepMovie);
                SgdStep.drawnState(p, userState, error, q[movieState + SgdRows.NORM], perFactor);
                SgdStep.drawnState(q, movieState, error, p[userState + SgdRows.NORM], perFactor);
                continue;
            }
            float userNorm = p[userState + SgdRows.NORM];
            SgdStep.state(p, userState, error, product, q[movieState + SgdRows.NORM], perFactor);
            SgdStep.state(q, movieState, error, product, userNorm, perFactor);
        }
        return squares;
    }

    private static void draw(float[] rows, int from, int length, float share) {
        for (int f = from; f < from + length; f++) {
            rows[f] += share * rows[f + length + SgdRows.PADDING];
        }
    }
}
