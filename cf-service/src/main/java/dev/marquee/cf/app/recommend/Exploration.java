package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.recommend.Candidate.Ranked;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Gives places of a list to movies that hardly anybody has rated: without, they would never get any rating. Pure
 * computation.
 */
final class Exploration {
    private Exploration() {}

    /** How many places of a list they have. */
    static int places(int length, double share) {
        return (int) (length * share + 1e-9);
    }

    /**
     * Puts them in, at the end of each part of the list that has one of them: with a share of a tenth, at the tenth
     * place, the twentieth and so on. What stood there moves back, and the last movies fall out. Their score is that of
     * the movie before them: by scores, the list keeps its order.
     *
     * @param list best first
     * @param share of the list's places, 0 to 1
     * @param newMovies best first, none of them in the list
     * @param length of the whole
     */
    static List<Ranked> into(List<Ranked> list, double share, List<Ranked> newMovies, int length) {
        List<Ranked> whole = new ArrayList<>(length);
        Iterator<Ranked> known = list.iterator();
        Iterator<Ranked> explored = newMovies.iterator();
        while (whole.size() < length && (known.hasNext() || explored.hasNext())) {
            int place = whole.size() + 1;
            boolean due = places(place, share) > places(place - 1, share);
            boolean isNew = explored.hasNext() && (due || !known.hasNext());
            Ranked next = isNew ? explored.next() : known.next();
            whole.add(isNew && !whole.isEmpty() ? next.behind(whole.getLast()) : next);
        }
        return whole;
    }
}
