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
    private final float[] likeness = new float[NEAREST];
    private final int[] place = new int[NEAREST];
    private int found;
    private final Mean allBeyondModel = new Mean();
    private final Mean allBeyondMeans = new Mean();
    private final Mean likeBeyondMeans = new Mean();

    NeighbourFeatures(Neighbourhood neighbourhood, Someone someone) {
        this.neighbourhood = neighbourhood;
        this.someone = someone;
    }

    /** A weighted mean, drawn to 0 as if by a little weight. */
    private static final class Mean {
        private float weights;
        private float sum;

        void clear() {
            weights = 0;
            sum = 0;
        }

        void add(float weight, float value) {
            weights += weight;
            sum += weight * value;
        }

        float value() {
            return sum / (weights + LITTLE);
        }
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
        rows[next++] = allBeyondModel.value();
        rows[next++] = allBeyondMeans.value();
        rows[next++] = likeBeyondMeans.value();
        rows[next] = someone.meanBeyondModel;
    }

    private void search(int movie) {
        found = 0;
        Arrays.fill(likeness, Float.NEGATIVE_INFINITY);
        allBeyondModel.clear();
        allBeyondMeans.clear();
        likeBeyondMeans.clear();
        for (int i = 0; i < someone.known.size() && movie >= 0; i++) {
            int other = someone.known.movies()[i];
            if (other == movie) {
                continue;
            }
            float like = neighbourhood.cosine(movie, other);
            if (like > likeness[NEAREST - 1]) {
                insert(like, i);
            }
            if (like > 0) {
                float cube = like * like * like;
                allBeyondModel.add(cube, someone.beyondModel[i]);
                allBeyondMeans.add(cube, someone.beyondMeans[i]);
                likeBeyondMeans.add(cube * cube * like * like, someone.beyondMeans[i]);
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
}
