package dev.marquee.cf.predict;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieFacts;
import dev.marquee.cf.model.UserVector;

/**
 * What is known of someone before a movie is named. Immutable.
 */
final class Someone {
    /** As if everyone had so many more ratings that are usual for their movies. */
    private static final double DAMPING = 5;

    final UserVector vector;
    final KnownRatings known;
    final float mean;
    final float scatter;
    /** How much higher than others they rate the same movies. */
    final float generosity;
    /** Of each rating, what the movie's mean leaves over. */
    final float[] aboveMeans;
    /** Of each rating, what the movie's mean and the generosity leave over. */
    final float[] beyondMeans;
    /** Of each rating, what the model's factors leave over. */
    final float[] beyondModel;
    final float meanBeyondModel;

    Someone(FactorModel model, MovieFacts movies, UserVector vector, KnownRatings known) {
        this.vector = vector;
        this.known = known;
        int size = known.size();
        double sum = 0;
        double squares = 0;
        aboveMeans = new float[size];
        for (int i = 0; i < size; i++) {
            double off = known.ratings()[i] - movies.mean();
            sum += off;
            squares += off * off;
            aboveMeans[i] = known.ratings()[i] - movies.mean(known.movies()[i]);
        }
        mean = (float) (movies.mean() + (size == 0 ? 0 : sum / size));
        scatter = MovieFacts.scatter(size, sum, squares);
        generosity = generosity(size);
        beyondMeans = new float[size];
        beyondModel = new float[size];
        double left = 0;
        for (int i = 0; i < size; i++) {
            int movie = known.movies()[i];
            beyondMeans[i] = aboveMeans[i] - generosity;
            beyondModel[i] = known.ratings()[i] - model.predict(vector, movie);
            left += beyondModel[i];
        }
        meanBeyondModel = (float) (left / (size + 1));
    }

    /** The generosity of the first ratings alone. */
    float generosity(int first) {
        double above = 0;
        for (int i = 0; i < first; i++) {
            above += aboveMeans[i];
        }
        return (float) (above / (first + DAMPING));
    }
}
