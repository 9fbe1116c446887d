package dev.marquee.cf.train.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.index.ListPool;
import dev.marquee.cf.model.ScoreWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearnessTest {
    private static final int MOVIES = 30;
    private static final int POPULARITY = 3;
    /** By popularity alone. */
    private static final ScoreWeights LEARNT = new ScoreWeights(
            IntStream.range(0, ScoreWeights.FEATURES * ScoreWeights.LEVELS).mapToDouble(i -> i == POPULARITY ? 1 : 0)
                    .toArray(),
            0);

    /** The less popular a movie, the more its content is like the one that was told. */
    private static Example example(double known, int liked) {
        int[] movies = IntStream.range(0, MOVIES).toArray();
        float[] said = new float[MOVIES * ScoreWeights.FEATURES];
        boolean[] likes = new boolean[MOVIES];
        for (int movie : movies) {
            said[movie * ScoreWeights.FEATURES + POPULARITY] = -movie;
            said[movie * ScoreWeights.FEATURES + ScoreWeights.CONTENT] = movie;
        }
        likes[liked] = true;
        return new Example(new ListPool(known, false, movies, said, new float[MOVIES]), likes, 1);
    }

    @Test
    void whereLikeMoviesAreLikedNearnessIsAsLargeAsItMayBe() {
        ScoreWeights chosen = Nearness.chosen(List.of(example(1, MOVIES - 1)), LEARNT);
        assertTrue(chosen.nearness() > 10, "chosen: " + chosen.nearness());
    }

    /** e^-1 times the nearness is less than what popularity weighs: the order of the list is that of popularity. */
    @Test
    void whereOnlyWhatIsPopularIsLikedListsStayAsTheyAre() {
        List<Example> lists = new ArrayList<>();
        IntStream.range(0, 5).forEach(movie -> lists.add(example(1, movie)));
        ScoreWeights chosen = Nearness.chosen(lists, LEARNT);
        assertTrue(chosen.nearness() * Math.exp(-1) < 1, "chosen: " + chosen.nearness());
        assertTrue(chosen.nearness() * Math.exp(-1) > 0.7, "chosen: " + chosen.nearness());
    }

    @Test
    void listsOfThoseWhoToldMoreDoNotCount() {
        ScoreWeights alone = Nearness.chosen(List.of(example(1, 0)), LEARNT);
        ScoreWeights beside = Nearness.chosen(List.of(example(1, 0), example(3, MOVIES - 1)), LEARNT);
        assertEquals(alone.nearness(), beside.nearness());
        assertEquals(0, Nearness.chosen(List.of(example(3, MOVIES - 1)), LEARNT).nearness());
    }
}
