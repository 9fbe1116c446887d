package dev.marquee.similarity.app.search;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches a catalogue in memory: compares the typed words with each distinct word once, then passes over the movies.
 * Immutable and thread-safe; {@link #with} and {@link #without} make changed copies that share what did not change.
 */
public final class MovieSearch {
    /** How much of the score is how well words fit; the rest is how much of the title they make up. */
    private static final double FIT_SHARE = 0.7;
    private static final double WHOLE_TITLE_BONUS = 1;

    private final Entry[] entries;
    private final Vocabulary titles;
    private final Vocabulary people;

    private MovieSearch(Entry[] entries, Vocabulary titles, Vocabulary people) {
        this.entries = entries;
        this.titles = titles;
        this.people = people;
    }

    public static MovieSearch of(Collection<Movie> movies) {
        List<Titled> titled = new ArrayList<>();
        Map<String, Set<String>> nameWords = new LinkedHashMap<>();
        for (Movie movie : movies) {
            titled.add(new Titled(movie, titleWords(movie)));
            movie.credits().forEach(credit -> nameWords.computeIfAbsent(credit.name(), Words::indexed));
        }
        Vocabulary titles = Vocabulary.EMPTY.with(distinct(titled.stream().map(Titled::words)));
        Vocabulary people = Vocabulary.EMPTY.with(distinct(nameWords.values().stream()));
        Map<String, int[]> names = new HashMap<>();
        nameWords.forEach((name, words) -> names.put(name, people.numbersOf(words)));
        Entry[] entries = titled.stream()
                .map(each -> entry(each.movie(), titles.numbersOf(each.words()), names::get)).toArray(Entry[]::new);
        Arrays.sort(entries, Comparator.comparingLong(entry -> entry.movie().movieId()));
        return new MovieSearch(entries, titles, people);
    }

    /** A movie with the words that its title is found by. */
    private record Titled(Movie movie, Set<String> words) {}

    private static Set<String> distinct(Stream<Set<String>> texts) {
        return texts.flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> titleWords(Movie movie) {
        Set<String> words = Words.indexed(movie.title());
        if (movie.year() != null) {
            words.add(movie.year().toString());
        }
        return words;
    }

    private static Entry entry(Movie movie, int[] words, Function<String, int[]> namesWords) {
        int[][] credits = movie.credits().stream().map(Credit::name).map(namesWords).toArray(int[][]::new);
        return new Entry(movie, mainTitle(movie.title()), words, credits);
    }

    /** Without other titles in brackets: nobody types them along. */
    private static String mainTitle(String title) {
        int brackets = title.indexOf(" (");
        return String.join(" ", Words.of(brackets > 0 ? title.substring(0, brackets) : title));
    }

    public int size() {
        return entries.length;
    }

    /** All movies, by ascending id. */
    public List<Movie> movies() {
        return Arrays.stream(entries).map(Entry::movie).toList();
    }

    /** A copy with this movie, in the place of any with the same id. */
    public MovieSearch with(Movie movie) {
        Vocabulary moreTitles = titles.with(titleWords(movie));
        Vocabulary morePeople = people.with(movie.credits().stream()
                .flatMap(credit -> Words.indexed(credit.name()).stream()).collect(Collectors.toSet()));
        Entry added = entry(movie, moreTitles.numbersOf(titleWords(movie)),
                name -> morePeople.numbersOf(Words.indexed(name)));
        int place = placeOf(movie.movieId());
        Entry[] changed;
        if (place >= 0) {
            changed = entries.clone();
        } else {
            place = -place - 1;
            changed = new Entry[entries.length + 1];
            System.arraycopy(entries, 0, changed, 0, place);
            System.arraycopy(entries, place, changed, place + 1, entries.length - place);
        }
        changed[place] = added;
        return new MovieSearch(changed, moreTitles, morePeople);
    }

    /** A copy without the movie of this id. */
    public MovieSearch without(long movieId) {
        int place = placeOf(movieId);
        if (place < 0) {
            return this;
        }
        Entry[] changed = new Entry[entries.length - 1];
        System.arraycopy(entries, 0, changed, 0, place);
        System.arraycopy(entries, place + 1, changed, place, changed.length - place);
        return new MovieSearch(changed, titles, people);
    }

    /** Where the movie is, or {@code -place - 1} where it would be. */
    private int placeOf(long movieId) {
        int low = 0;
        int high = entries.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(entries[middle].movie().movieId(), movieId);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -low - 1;
    }

    /** All movies that fit, in the query's order. */
    public List<Movie> find(MovieQuery query) {
        Predicate<Entry> filter = filter(query);
        List<Hit> hits = new ArrayList<>();
        if (query.text().isBlank()) {
            Arrays.stream(entries).filter(filter).forEach(entry -> hits.add(new Hit(entry, 0)));
        } else {
            Matcher matcher = new Matcher(query.text(), titles);
            String typed = String.join(" ", Words.of(query.text()));
            for (Entry entry : entries) {
                float fit = matcher.fit(entry.words());
                if (fit > 0 && filter.test(entry)) {
                    hits.add(new Hit(entry, score(entry, fit, matcher.letters(), typed)));
                }
            }
        }
        hits.sort(query.order().comparator());
        return hits.stream().map(hit -> hit.entry().movie()).toList();
    }

    private static double score(Entry entry, float fit, int typedLetters, String typed) {
        double covered = Math.min(1, typedLetters / Math.max(1.0, entry.sortTitle().replace(" ", "").length()));
        return FIT_SHARE * fit + (1 - FIT_SHARE) * covered
                + (entry.sortTitle().equals(typed) ? WHOLE_TITLE_BONUS : 0);
    }

    private Predicate<Entry> filter(MovieQuery query) {
        Predicate<Entry> filter = entry -> inYears(entry.movie(), query.yearFrom(), query.yearTo());
        if (query.genre() != null) {
            filter = filter.and(entry -> entry.movie().genres().contains(query.genre()));
        }
        if (query.person() != null && !query.person().isBlank()) {
            filter = filter.and(new PersonFilter(query.person(), entries, people));
        }
        return filter;
    }

    private static boolean inYears(Movie movie, @Nullable Integer from, @Nullable Integer to) {
        if (from == null && to == null) {
            return true;
        }
        return movie.year() != null && (from == null || movie.year() >= from) && (to == null || movie.year() <= to);
    }
}
