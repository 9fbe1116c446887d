package dev.marquee.similarity.features;

import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Turns movies into sparse vectors of length 1. Immutable, thread-safe.
 *
 * <p>
 * The features of each kind form a block: strength (1; falling with billing for actors; 1 + ln of the count for tags)
 * times a power of the rarity (inverse document frequency, Spärck Jones 1972, scaled to at most 1). A block of length n
 * then gets the length {@code w · n / √(n² + d)}, with w the kind's weight and d the kind's doubt: it grows with the
 * evidence and never exceeds the weight, so that thirty tags leave the genres their say, and a common word alone says
 * little.
 *
 * <p>
 * What evidence lacks to the full weight, {@code w · √(d / (n² + d))}, or the whole weight where a movie has nothing of
 * a kind, goes into the vector's own part. Hence all movies have the same length before they are brought to length 1,
 * and the cosine is the mean of the kinds' similarities, weighted by w². Without the own part, a movie of which only
 * the genres are known would seem more alike than one whose genres are as alike and whose cast is known to be another.
 *
 * <p>
 * So a kind of which a movie has nothing contributes nothing, and the cosine of a movie without any feature with
 * everything is 0. Kinds of which no movie has anything, such as tags in a release without tags, count nowhere.
 */
public final class FeatureEncoder {
    private final FeatureSpace space;
    private final FeatureWeights weights;
    /** Those that some movie has and that have a weight. */
    private final Set<FeatureKind> kinds;

    private FeatureEncoder(FeatureSpace space, FeatureWeights weights, Set<FeatureKind> kinds) {
        this.space = Objects.requireNonNull(space, "space");
        this.weights = Objects.requireNonNull(weights, "weights");
        this.kinds = kinds;
    }

    /**
     * Learns the features and their rarity from all movies. Kinds of weight 0 get no columns. The result does not
     * depend on the order of the movies.
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
        Set<FeatureKind> kinds = EnumSet.noneOf(FeatureKind.class);
        features.forEach(feature -> kinds.add(feature.kind()));
        return new FeatureEncoder(FeatureSpace.of(features, frequencies, movies.size()), weights, kinds);
    }

    /**
     * An encoder that knows the movie's features too. Columns and rarities stay as they are; a new feature counts as
     * that of a single movie. A kind that no movie had at the last fit stays out.
     */
    public FeatureEncoder with(Movie movie) {
        List<Feature> wanted = new ArrayList<>();
        MovieFeatures.of(movie).byKind().forEach((kind, features) -> {
            if (kinds.contains(kind)) {
                wanted.addAll(features.keySet());
            }
        });
        FeatureSpace extended = space.with(wanted);
        return extended == space ? this : new FeatureEncoder(extended, weights, kinds);
    }

    public FeatureSpace space() {
        return space;
    }

    /**
     * The movie's vector. Features that the space lacks are left out.
     */
    public SparseVector encode(Movie movie) {
        Map<FeatureKind, Map<Feature, Double>> features = MovieFeatures.of(movie).byKind();
        List<Entry> entries = new ArrayList<>();
        double own = 0;
        for (FeatureKind kind : kinds) {
            own += addBlock(kind, features.getOrDefault(kind, Map.of()), entries);
        }
        entries.sort(Comparator.comparingInt(Entry::column));
        return SparseVector.normalised(entries.stream().mapToInt(Entry::column).toArray(),
                entries.stream().mapToDouble(Entry::value).toArray(), own);
    }

    /** All movies, in their order. */
    public FeatureMatrix encodeAll(Collection<Movie> movies) {
        return FeatureMatrix.of(movies.parallelStream().map(this::encode).toList(), space.size());
    }

    private record Entry(int column, double value) {}

    /** Adds the entries of one kind; returns the squared length of what is not known. */
    private double addBlock(FeatureKind kind, Map<Feature, Double> features, List<Entry> entries) {
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
        double weight = weights.of(kind);
        if (squares == 0) {
            return weight * weight;
        }
        double whole = squares + doubt(kind);
        block.forEach(entry -> entries.add(new Entry(entry.column, entry.value * weight / Math.sqrt(whole))));
        return weight * weight * doubt(kind) / whole;
    }

    /**
     * Rarity counts fully for words; by its root where every match means something; not for bins, which are no rarer.
     */
    private static double rarityPower(FeatureKind kind) {
        return switch (kind) {
            case TAG, TITLE_WORD -> 1;
            case GENRE, DIRECTOR, ACTOR -> 0.5;
            case YEAR, RUNTIME -> 0;
        };
    }

    /** How much evidence it takes: with n² equal to this, a kind has about 0.7 of its length. */
    private static double doubt(FeatureKind kind) {
        return switch (kind) {
            case GENRE -> 0.3;
            case ACTOR -> 0.5;
            // One user's word.
            case TAG -> 2;
            // One word may be there by chance; two or three are a series.
            case TITLE_WORD -> 2;
            case DIRECTOR, YEAR, RUNTIME -> 0;
        };
    }
}
