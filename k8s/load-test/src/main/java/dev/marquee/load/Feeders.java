package dev.marquee.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Who asks, and for what: users and movies that the services have. Each comes up equally often, in a random order that
 * is the same in each run, so that runs can be compared. Not thread-safe; Gatling asks for one entry after the other.
 */
final class Feeders {
    private static final long SEED = 42;

    private Feeders() {}

    /** Entries {@code userId}. */
    static Iterator<Map<String, Object>> users(Settings settings) {
        return shuffled(new Api(settings.cfUrl(), "cf-url").sample("/api/v1/users", settings.ids(),
                user -> Map.of("userId", user.path("userId").asLong())));
    }

    /** Entries {@code movieId} and {@code words}, which its title is found by. */
    static Iterator<Map<String, Object>> movies(Settings settings) {
        return shuffled(new Api(settings.similarityUrl(), "similarity-url").sample("/api/v1/movies", settings.ids(),
                Feeders::movie));
    }

    private static Map<String, Object> movie(JsonNode movie) {
        String title = movie.path("title").asText();
        String word = Arrays.stream(title.split("[^\\p{L}\\p{N}]+")).max(Comparator.comparingInt(String::length))
                .filter(longest -> !longest.isEmpty()).orElse(title);
        return Map.of("movieId", movie.path("movieId").asLong(), "words", word);
    }

    /** Over and over, in a new order each time. */
    static Iterator<Map<String, Object>> shuffled(List<Map<String, Object>> entries) {
        Random random = new Random(SEED);
        return Stream.generate(() -> {
            Collections.shuffle(entries, random);
            return List.copyOf(entries);
        }).flatMap(List::stream).iterator();
    }
}
