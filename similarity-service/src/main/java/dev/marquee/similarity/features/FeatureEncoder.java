package dev.marquee.similarity.features;

import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns movies into sparse vectors of length 1. Immutable, thread-safe.
 *
 * <p>
 * The features of each kind form a block: strength (1; falling with billing for actors; 1 + ln of the count for tags) times
 * a power of the rarity (inverse document frequency, Spärck Jones 1972, scaled to at most 1). Each block is then brought to
 * the length of its kind's weight, so that a film with thirty tags is no less about its genres than one with none. For
 * tags and title words, of which a movie may have one by chance, the length is {@code weight · n / √(n² + 1)} with n the
 * block's own length: it grows with the evidence and never exceeds the weight. At last the whole row is brought to length 1.
 *
 * <p>
 * A kind of which a movie has nothing contributes nothing; a movie without any feature has no entries, and its cosine with
 * everything is 0.
 */
public final class FeatureEncoder {
    private final FeatureSpace space;
    private final FeatureWeights weights;

    private FeatureEncoder(FeatureSpace space, FeatureWeights weights) {
        this.space = Objects.requireNonNull(space, "space");
        this.weights = Objects.requireNonNull(weights, "weights");
    }

    /**
     * Learns the features and their rarity from all movies. Kinds of weight 0 get no columns. The result does not depend on
     * the order of the movies.
     */
    public static FeatureEncoder fit(Collection<Movie> movies, FeatureWeights weights) {
        Map<Feature, Integer> counts = new LinkedHashMap<>();
        for (Movie movie : movies) {
            MovieFeatures.of(movie).byKind().forEach((kind, features) -> {
                if (weights.of(kind) > 0) {
                    features.keySet().forEach(feature -> counts.merge(feature, 1, Integer::sum));
                }
            });
        }
        List<Feature> features = new ArrayList<>(counts.keySet());
        features.sort(Comparator.comparing(Feature::kind).thenComparing(Feature::key));
        int[] frequencies = features.stream().mapToInt(counts::get).toArray();
        return new FeatureEncoder(FeatureSpace.of(features, frequencies, movies.size()), weights);
    }

    /**
     * An encoder that knows the movie's features too. Columns and rarities stay as they are; a new feature counts as that of
     * a single movie.
     */
    public FeatureEncoder with(Movie movie) {
        List<Feature> wanted = new ArrayList<>();
        MovieFeatures.of(movie).byKind().forEach((kind, features) -> {
            if (weights.of(kind) > 0) {
                wanted.addAll(features.keySet());
            }
        });
        FeatureSpace extended = space.with(wanted);
        return extended == space ? this : new FeatureEncoder(extended, weights);
    }

    public FeatureSpace space() {
        return space;
    }

    /**
     * The movie's vector. Features that the space lacks are left out.
     */
    public SparseVector encode(Movie movie) {
        List<Entry> entries = new ArrayList<>();
        MovieFeatures.of(movie).byKind().forEach((kind, features) -> addBlock(kind, features, entries));
        entries.sort(Comparator.comparingInt(Entry::column));
        return SparseVector.normalised(entries.stream().mapToInt(Entry::column).toArray(),
                entries.stream().mapToDouble(Entry::value).toArray());
    }

    /** All movies, in their order. */
    public FeatureMatrix encodeAll(Collection<Movie> movies) {
        return FeatureMatrix.of(movies.stream().map(this::encode).toList(), space.size());
    }

    private record Entry(int column, double value) {}

    private void addBlock(FeatureKind kind, Map<Feature, Double> features, List<Entry> entries) {
        List<Entry> block = new ArrayList<>(features.size());
        double squares = 0;
        for (Map.Entry<Feature, Double> feature : features.entrySet()) {
            int column = space.columnOf(feature.getKey());
            if (column >= 0) {
                double value = feature.getValue() * Math.pow(space.rarity(column), rarityPower(kind));
                squares += value * value;
                block.add(new Entry(column, value));
            }
        }
        double scale = weights.of(kind) / Math.sqrt(squares + doubt(kind));
        block.forEach(entry -> entries.add(new Entry(entry.column, entry.value * scale)));
    }

    /** Rarity counts fully for words, by its root for genres and people, whose every match means something; a bin is no rarity. */
    private static double rarityPower(FeatureKind kind) {
        return switch (kind) {
            case TAG, TITLE_WORD -> 1;
            case GENRE, DIRECTOR, ACTOR -> 0.5;
            case YEAR, RUNTIME -> 0;
        };
    }

    /** What is added to a block's squared length before it is divided by it. */
    private static double doubt(FeatureKind kind) {
        return switch (kind) {
            case TAG, TITLE_WORD -> 1;
            case GENRE, DIRECTOR, ACTOR, YEAR, RUNTIME -> 0;
        };
    }
}
