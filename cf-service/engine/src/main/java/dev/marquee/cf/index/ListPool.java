package dev.marquee.cf.index;

import dev.marquee.cf.model.ScoreWeights;

/**
 * Movies that may enter a list, with what is said of each.
 *
 * @param known how much is known of the user; see {@link ScoreWeights#at}
 * @param movies indexes, ascending
 * @param said {@value ScoreWeights#FEATURES} numbers for each movie: the model's score, what rated movies say, stars
 *            beyond the user's usual, popularity, trend, quality, content like that of liked movies
 * @param disliked for each movie, by how much more it is like movies that were disliked than like those that were liked
 */
public record ListPool(double known, int[] movies, float[] said, float[] disliked) {
    /**
     * What being like disliked movies alone costs. It is not learnt: people go on to rate what they did not like, so
     * held-out ratings speak for showing them more of it. No list of people who like anything gets worse by it.
     */
    private static final double DISLIKE = 20;

    /**
     * What the list is put in order by.
     *
     * @return a number for each movie
     */
    public double[] scores(ScoreWeights by) {
        double[] weights = by.at(known);
        double[] scores = new double[movies.length];
        for (int i = 0; i < scores.length; i++) {
            double score = -DISLIKE * disliked[i];
            for (int f = 0; f < weights.length; f++) {
                score += weights[f] * said[i * weights.length + f];
            }
            scores[i] = score;
        }
        return scores;
    }
}
