package dev.marquee.similarity.rest;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.text.GenreName;
import dev.marquee.common.text.PlainText;
import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A movie as it was sent becomes one for the catalogue. Checks what annotations cannot say: that the parts fit
 * together.
 */
final class MovieInputs {
    private static final Pattern IMDB_PERSON = Pattern.compile("[Nn][Mm]\\d+");

    private final MovieInput input;
    private final Map<String, String> names = new HashMap<>();

    private MovieInputs(MovieInput input) {
        this.input = input;
    }

    /**
     * @throws InvalidRequest naming the field
     */
    static Movie movie(long movieId, MovieInput input) {
        if (movieId < 1) {
            throw new InvalidRequest("movieId", "must be 1 or more");
        }
        if (input.movieId() != null && input.movieId() != movieId) {
            throw new InvalidRequest("movieId", "must be the id in the path, " + movieId + ", or be left out");
        }
        return new MovieInputs(input).movie(movieId);
    }

    private Movie movie(long movieId) {
        List<Credit> credits = new ArrayList<>();
        addCredits(credits, "directors", input.directors(), Credit.Role.DIRECTOR);
        addCredits(credits, "cast", input.cast(), Credit.Role.ACTOR);
        return new Movie(movieId, text("title", input.title()), input.year(), input.runtimeMinutes(), genres(), credits,
                tags(), input.imdbId(), input.tmdbId());
    }

    private List<String> genres() {
        Set<String> genres = new LinkedHashSet<>();
        for (int i = 0; i < input.genres().size(); i++) {
            String field = "genres[" + i + "]";
            String genre = text(field, input.genres().get(i));
            if (GenreName.isNone(genre)) {
                throw new InvalidRequest(field, "says that there is no genre; leave it out");
            }
            if (!genres.add(GenreName.of(genre))) {
                throw new InvalidRequest(field, "is listed before, as " + GenreName.of(genre));
            }
        }
        return List.copyOf(genres);
    }

    private void addCredits(List<Credit> credits, String field, List<PersonView> people, Credit.Role role) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < people.size(); i++) {
            String place = field + "[" + i + "]";
            String id = personId(text(place + ".personId", people.get(i).personId()));
            String name = text(place + ".name", people.get(i).name());
            if (!seen.add(id)) {
                throw new InvalidRequest(place + ".personId", "is listed before");
            }
            String other = names.putIfAbsent(id, name);
            if (other != null && !other.equals(name)) {
                throw new InvalidRequest(place + ".name", "the same person is called " + other + " above");
            }
            credits.add(new Credit(id, name, role, i + 1));
        }
    }

    /** IMDb's ids are in lower case in its own files. */
    private static String personId(String text) {
        return IMDB_PERSON.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text;
    }

    private List<TagCount> tags() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < input.tags().size(); i++) {
            String field = "tags[" + i + "].tag";
            String tag = TagCount.usual(text(field, input.tags().get(i).tag()));
            if (counts.putIfAbsent(tag, input.tags().get(i).count()) != null) {
                throw new InvalidRequest(field, "is listed before");
            }
        }
        return counts.entrySet().stream().map(entry -> new TagCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(TagCount::count).reversed().thenComparing(TagCount::tag)).toList();
    }

    private static String text(String field, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequest(field, "must not hold control characters");
        }
        if (value.codePoints().anyMatch(letter -> Character.getType(letter) == Character.SURROGATE)) {
            throw new InvalidRequest(field, "must not hold half of a character (a surrogate without the other)");
        }
        String plain = PlainText.of(value);
        if (plain.codePoints().allMatch(letter -> letter == ' ' || Character.getType(letter) == Character.FORMAT)) {
            throw new InvalidRequest(field, "must not be blank");
        }
        return plain;
    }
}
