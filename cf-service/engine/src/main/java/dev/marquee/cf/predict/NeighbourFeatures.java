package dev.marquee.cf.predict;

import java.util.Arrays;

/**
 * What someone said of movies that are like another: ratings, likeness and what others do not explain of the ratings of
 * the five most like it; and weighted means of what is left over of all, by how like they are. Padded with the user's
 * mean, and with nothing left over. Not thread-safe.
 */
final class NeighbourFeatures {
    private static final int SHOWN = 5;
    private static final int NEAREST = 10;
    static final int WIDTH = 3 * SHOWN + 7;
    /** So that few and unlike neighbours say little. */
    private static final float LITTLE = 0.1f;

    private final Neighbourhood neighbourhood;
    private final Someone someone;
    /** Of all that the user rated; scratch. */
    private final float[] cosines;
    private final float[] likeness = new float[NEAREST];
    private final int[] place = new int[NEAREST];
    private int found;

    NeighbourFeatures(Neighbourhood neighbourhood, Someone someone) {
        this.neighbourhood = neighbourhood;
        this.someone = someone;
        this.cosines = new float[someone.known.size()];
    }

    void fill(int movie, float[] rows, int at) {
        search(movie);
        for (int i = 0; i < SHOWN; i++) {
            boolean there = i < found;
            rows[at + i] = there ? someone.known.ratings()[place[i]] : someone.mean;
            rows[at + SHOWN + i] = there ? likeness[i] : 0;
            rows[at + 2 * SHOWN + i] = there ? someone.beyondMeans[place[i]] : 0;
        }
        int next = at + 3 * SHOWN;
        float weights = 0;
        float ratings = 0;
        float beyondMeans = 0;
        float beyondModel = 0;
        for (int i = 0; i < found; i++) {
            float weight = Math.max(0, likeness[i]);
            weights += weight;
            ratings += weight * someone.known.ratings()[place[i]];
            beyondMeans += weight * someone.beyondMeans[place[i]];
            beyondModel += weight * someone.beyondModel[place[i]];
        }
        rows[next++] = weights > 0 ? ratings / weights : someone.mean;
        rows[next++] = beyondMeans / (weights + LITTLE);
        rows[next++] = beyondModel / (weights + LITTLE);
        all(movie, rows, next);
        rows[next + 3] = someone.meanBeyondModel;
    }

    private void search(int movie) {
        found = 0;
        Arrays.fill(likeness, Float.NEGATIVE_INFINITY);
        if (movie < 0) {
            return;
        }
        neighbourhood.cosines(movie, someone.known.movies(), cosines);
        for (int i = 0; i < cosines.length; i++) {
            if (someone.known.movies()[i] == movie) {
                cosines[i] = Float.NEGATIVE_INFINITY;
            }
            if (cosines[i] > likeness[NEAREST - 1]) {
                insert(cosines[i], i);
            }
        }
    }

    private void insert(float like, int rating) {
        int at = Math.min(found, NEAREST - 1);
        while (at > 0 && like > likeness[at - 1]) {
            likeness[at] = likeness[at - 1];
            place[at] = place[at - 1];
            at--;
        }
        likeness[at] = like;
        place[at] = rating;
        found = Math.min(found + 1, NEAREST);
    }

    /**
     * Fills in the means of all: by the third power of the likeness what is beyond model and means, and what is beyond
     * means by its eighth. What is unlike weighs nothing, without a branch, which nobody could foresee.
     */
    private void all(int movie, float[] rows, int at) {
        float weights = 0;
        float beyondModel = 0;
        float beyondMeans = 0;
        float likeWeights = 0;
        float likeBeyondMeans = 0;
        for (int i = 0; i < cosines.length && movie >= 0; i++) {
            float like = Math.max(0, cosines[i]);
            float cube = like * like * like;
            float eighth = cube * cube * like * like;
            weights += cube;
            beyondModel += cube * someone.beyondModel[i];
            beyondMeans += cube * someone.beyondMeans[i];
            likeWeights += eighth;
            likeBeyondMeans += eighth * someone.beyondMeans[i];
        }
        rows[at] = beyondModel / (weights + LITTLE);
        rows[at + 1] = beyondMeans / (weights + LITTLE);
        rows[at + 2] = likeBeyondMeans / (likeWeights + LITTLE);
    }
}
