package dev.marquee.cf.train.sgd;

import java.util.SplittableRandom;

/**
 * The ratings of one training in the order in which SGD goes through them, for the schedules that decide on that order.
 * Not thread-safe while it is filled, unless threads keep to places of their own; not changed after that.
 */
abstract class SgdOrder {
    /** By rating: its user and its movie, as the schedule counts them. */
    final int[] users;
    final int[] movies;
    final float[] ratings;

    /** @param size the number of ratings */
    SgdOrder(int size) {
        users = new int[size];
        movies = new int[size];
        ratings = new float[size];
    }

    final void put(int at, int user, int movie, float rating) {
        users[at] = user;
        movies[at] = movie;
        ratings[at] = rating;
    }

    /** Brings some ratings into random order. */
    final void shuffle(int from, int to, SplittableRandom random) {
        for (int i = to - 1; i > from; i--) {
            swap(i, from + random.nextInt(i - from + 1));
        }
    }

    private void swap(int i, int j) {
        int user = users[i];
        int movie = movies[i];
        float rating = ratings[i];
        put(i, users[j], movies[j], ratings[j]);
        put(j, user, movie, rating);
    }
}
