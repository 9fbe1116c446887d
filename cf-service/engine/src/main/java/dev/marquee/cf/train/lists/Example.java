package dev.marquee.cf.train.lists;

import dev.marquee.cf.index.ListPool;

/**
 * A list to learn from.
 *
 * @param pool what may enter it
 * @param liked for each movie of the pool, whether the user liked it later; one at least
 * @param weight of the list among all
 */
record Example(ListPool pool, boolean[] liked, double weight) {

    int likes() {
        int likes = 0;
        for (boolean one : liked) {
            likes += one ? 1 : 0;
        }
        return likes;
    }
}
