package dev.marquee.similarity.index;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Movies with few distinct features, so that they share many, and with gaps of every sort. */
final class RandomMovies {
    private final Random random;

    RandomMovies(Random random) {
        this.random = random;
    }

    /** Ids with gaps, in random order. */
    List<Movie> list(int size) {
        Set<Long> ids = new LinkedHashSet<>();
        while (ids.size() < size) {
            ids.add(1L + random.nextInt(5 * size));
        }
        List<Movie> movies = new ArrayList<>();
        ids.forEach(id -> movies.add(movie(id)));
        return movies;
    }

    Movie movie(long id) {
        if (random.nextInt(20) == 0) {
            return new Movie(id, "The", null, null, List.of(), List.of(), List.of(), null, null);
        }
        List<Credit> credits = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            credits.add(new Credit("nm" + skewed(20), "Director", Credit.Role.DIRECTOR, i + 1));
        }
        for (int i = 0; i < random.nextInt(6); i++) {
            credits.add(new Credit("nm" + skewed(50), "Actor", Credit.Role.ACTOR, i + 1));
        }
        List<TagCount> tags = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            tags.add(new TagCount("tag " + skewed(30), 1 + random.nextInt(9)));
        }
        List<String> genres = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            genres.add("Genre " + skewed(12));
        }
        return new Movie(id, "Word" + skewed(40) + " word" + skewed(40), random.nextInt(5) == 0 ? null : year(),
                random.nextInt(4) == 0 ? null : 60 + random.nextInt(120), genres, credits, tags, null, null);
    }

    private int year() {
        return 1950 + random.nextInt(70);
    }

    private int skewed(int bound) {
        return random.nextInt(1 + random.nextInt(bound));
    }
}
