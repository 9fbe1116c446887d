package dev.marquee.similarity.features;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The features that a movie has and how strongly, before rarity and weights come in. What a movie lacks gives no
 * features.
 */
final class MovieFeatures {
    /** MovieLens lists it among the genres; it says where a film was shown, not what it is like. */
    private static final String SCREEN_FORMAT = "imax";

    private final Map<FeatureKind, Map<Feature, Double>> strengths = new EnumMap<>(FeatureKind.class);

    private MovieFeatures() {}

    static MovieFeatures of(Movie movie) {
        MovieFeatures found = new MovieFeatures();
        movie.genres().forEach(found::addGenre);
        movie.credits().forEach(found::addCredit);
        movie.tags().forEach(found::addTag);
        for (String word : TitleWords.of(movie.title())) {
            found.add(FeatureKind.TITLE_WORD, word, word, 1);
        }
        found.addNumber(FeatureKind.YEAR, SoftBins.YEARS, movie.year());
        found.addNumber(FeatureKind.RUNTIME, SoftBins.MINUTES, movie.runtimeMinutes());
        return found;
    }

    private void addGenre(String genre) {
        String key = genre.strip().toLowerCase(Locale.ROOT);
        if (!key.equals(SCREEN_FORMAT)) {
            add(FeatureKind.GENRE, key, genre.strip(), 1);
        }
    }

    private void addCredit(Credit credit) {
        switch (credit.role()) {
            case DIRECTOR -> add(FeatureKind.DIRECTOR, credit.personId(), credit.name(), 1);
            // The lead shapes a film more than the tenth name on the poster.
            case ACTOR -> add(FeatureKind.ACTOR, credit.personId(), credit.name(),
                    1 / Math.sqrt(Math.max(1, credit.position())));
        }
    }

    private void addTag(TagCount tag) {
        String name = TagNames.usual(tag.tag());
        // Ten users who say the same are surer than one, not ten times as telling.
        add(FeatureKind.TAG, name, name, 1 + Math.log(Math.max(1, tag.count())));
    }

    private void addNumber(FeatureKind kind, SoftBins bins, @Nullable Integer number) {
        if (number != null) {
            int lower = bins.lower(number);
            double angle = bins.angle(number);
            addBin(kind, bins.centre(lower), Math.cos(angle));
            addBin(kind, bins.centre(lower + 1), Math.sin(angle));
        }
    }

    private void addBin(FeatureKind kind, int centre, double strength) {
        String name = Integer.toString(centre);
        if (strength > 1e-9) {
            add(kind, name, name, strength);
        }
    }

    /** A feature that is named twice counts as the stronger. */
    private void add(FeatureKind kind, String key, String label, double strength) {
        if (!key.isEmpty()) {
            strengths.computeIfAbsent(kind, k -> new LinkedHashMap<>()).merge(new Feature(kind, key, label), strength,
                    Math::max);
        }
    }

    /** By kind; kinds of which the movie has nothing are absent. */
    Map<FeatureKind, Map<Feature, Double>> byKind() {
        return strengths;
    }
}
