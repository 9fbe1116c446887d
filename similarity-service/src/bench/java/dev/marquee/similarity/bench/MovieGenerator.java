package dev.marquee.similarity.bench;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Credit.Role;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Makes up any number of movies which are for an index what MovieLens latest-small with its IMDb credits is: the same
 * shares of movies with each kind of feature, numbers of features for each movie, vocabularies and skews of popularity,
 * and as many different sets of genres. As the vocabularies do not grow with the number of movies, the matrix is as
 * dense, and each movie shares something with the same part of all others. The same seed gives the same movies.
 */
final class MovieGenerator {
    /** How many movies of latest-small have each genre, most frequent first. */
    private static final double[] GENRES = {4361, 3756, 1894, 1828, 1596, 1263, 1199, 980, 978, 779, 664, 611, 573, 440,
            382, 334, 167, 158, 87};
    private static final int GENRE_SETS = 951;

    private final SplittableRandom random;
    private final Draw genre = new Draw(GENRES);
    private final Draw genreCount = new Draw(2827, 3230, 2393, 944, 248, 56);
    private final Draw genreSet = Draw.power(GENRE_SETS, 1.5, 1.05);
    private final Draw director = Draw.power(2960, 12, 0.7);
    private final Draw actor = Draw.power(7877, 10, 0.6);
    private final Draw tag = Draw.power(1460, 20, 0.85);
    private final Draw tagCount = new Draw(920, 224, 95, 48, 37, 45, 26, 21, 12, 7, 2, 2, 3);
    private final Draw word = Draw.power(9179, 3, 0.7);
    private final Draw wordCount = new Draw(2518, 4130, 1518, 873, 366, 162, 62, 46);
    private final Draw decade = new Draw(3, 7, 37, 136, 197, 279, 401, 500, 1177, 2212, 2850, 1931);
    private final Draw quarterHour = new Draw(2, 1, 3, 16, 365, 1251, 944, 560, 213, 81, 47, 22, 11, 8, 4, 4);
    private final List<List<String>> genreSets = new ArrayList<>();

    MovieGenerator(long seed) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < GENRE_SETS; i++) {
            TreeSet<String> set = new TreeSet<>();
            int size = 1 + genreCount.next(random);
            while (set.size() < size) {
                set.add("Genre " + genre.next(random));
            }
            genreSets.add(List.copyOf(set));
        }
    }

    List<Movie> movies(int count) {
        List<Movie> movies = new ArrayList<>(count);
        for (int id = 1; id <= count; id++) {
            Integer year = 1900 + 10 * decade.next(random) + random.nextInt(10);
            Integer runtime = chance(0.363)
                    ? (Integer) (15 + 15 * quarterHour.next(random) + random.nextInt(15))
                    : null;
            movies.add(new Movie(id, title(), year, runtime, genreSets.get(genreSet.next(random)), credits(), tags(),
                    null, null));
        }
        return movies;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String title() {
        StringBuilder title = new StringBuilder();
        int words = 1 + wordCount.next(random);
        for (int i = 0; i < words; i++) {
            title.append("word").append(word.next(random)).append(' ');
        }
        return title.toString().strip();
    }

    private List<Credit> credits() {
        List<Credit> credits = new ArrayList<>();
        if (chance(0.757)) {
            credits.add(credit("d" + director.next(random), Role.DIRECTOR, 1));
        }
        int cast = chance(0.553) ? chance(0.34) ? 4 : 3 : 0;
        for (int position = 1; position <= cast; position++) {
            credits.add(credit("a" + actor.next(random), Role.ACTOR, position));
        }
        return credits;
    }

    private static Credit credit(String person, Role role, int position) {
        return new Credit(person, person, role, position);
    }

    private List<TagCount> tags() {
        List<TagCount> tags = new ArrayList<>();
        if (chance(0.15)) {
            int count = 1 + tagCount.next(random);
            for (int i = 0; i < count; i++) {
                tags.add(new TagCount("tag" + tag.next(random), 1));
            }
        }
        return tags;
    }
}
