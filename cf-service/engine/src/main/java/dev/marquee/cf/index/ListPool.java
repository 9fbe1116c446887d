package dev.marquee.cf.index;

import dev.marquee.cf.model.ScoreWeights;

/**
 * Movies that may enter a list, with what is said of each.
 *
 * @param known how much is known of the user; see {@link ScoreWeights#at}
 * @param away whether the list is asked for after the last sitting
 * @param movies indexes, ascending
 * @param said {@value ScoreWeights#FEATURES} numbers for each movie: the model's score, what rated movies say, stars
 *            beyond the user's usual, popularity, trend, quality, content like that of liked movies
 * @param disliked for each movie, by how much more it is like movies that were disliked than like those that were liked
 */
public record ListPool(double known, boolean away, int[] movies, float[] said, float[] disliked) {
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
        double[] weights = by.at(known, away);
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

    /**
     * How much of a movie's place is owed to what the user rated, and how much to what everybody sees and likes: how
     * far both lift it above the usual movie here.
     *
     * @param weights at what is known
     * @param usual {@link #usual}
     * @param place in the pool
     * @return from 0, all is owed to everybody, to 1
     */
    float personal(double[] weights, double[] usual, int place) {
        double own = 0;
        double shared = 0;
        for (int f = 0; f < weights.length; f++) {
            double lift = weights[f] * (said[place * weights.length + f] - usual[f]);
            own += ScoreWeights.isPersonal(f) ? lift : 0;
            shared += ScoreWeights.isPersonal(f) ? 0 : lift;
        }
        return own <= 0 ? 0 : (float) (own / (own + Math.max(0, shared)));
    }

    /** The mean of each number over all movies. */
    double[] usual() {
        double[] usual = new double[ScoreWeights.FEATURES];
        for (int i = 0; i < said.length; i++) {
            usual[i % usual.length] += said[i] / movies.length;
        }
        return usual;
    }
}
