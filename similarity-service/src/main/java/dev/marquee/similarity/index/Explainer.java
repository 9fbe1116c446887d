package dev.marquee.similarity.index;

import dev.marquee.similarity.features.Feature;
import dev.marquee.similarity.features.FeatureKind;
import dev.marquee.similarity.features.FeatureSpace;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.index.Explanation.ProfileShare;
import dev.marquee.similarity.index.Explanation.SharedFeature;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a score into the parts that its features have in it.
 *
 * @param other the movie that is explained
 * @param vector its vector
 */
record Explainer(FeatureSpace space, Movie other, SparseVector vector) {
    private static final Comparator<SharedFeature> LARGEST_FIRST = Comparator.comparing(SharedFeature::share)
            .reversed().thenComparing(SharedFeature::kind).thenComparing(SharedFeature::value);

    /** The product of two vectors, in double precision. */
    static double dot(SparseVector a, SparseVector b) {
        double sum = 0;
        int j = 0;
        for (int i = 0; i < a.size(); i++) {
            while (j < b.size() && b.column(j) < a.column(i)) {
                j++;
            }
            if (j < b.size() && b.column(j) == a.column(i)) {
                sum += (double) a.value(i) * b.value(j);
            }
        }
        return sum;
    }

    /** What the query shares with the movie. */
    Explanation features(SparseVector query) {
        double score = dot(query, vector);
        if (!(score > 0)) {
            return new Explanation((float) score, List.of(), List.of());
        }
        List<SharedFeature> shared = new ArrayList<>();
        Map<FeatureKind, Double> numbers = new EnumMap<>(FeatureKind.class);
        products(query).forEach((column, product) -> {
            Feature feature = space.feature(column);
            switch (feature.kind()) {
                // The bins of a number are no reason that means something to people; together they are one.
                case YEAR, RUNTIME -> numbers.merge(feature.kind(), product, Double::sum);
                default -> shared.add(new SharedFeature(feature.kind(), feature.label(), (float) (product / score)));
            }
        });
        numbers.forEach(
                (kind, product) -> shared.add(new SharedFeature(kind, number(kind), (float) (product / score))));
        shared.sort(LARGEST_FIRST);
        return new Explanation((float) score, shared, List.of());
    }

    private Map<Integer, Double> products(SparseVector query) {
        Map<Integer, Double> products = new LinkedHashMap<>();
        int j = 0;
        for (int i = 0; i < query.size(); i++) {
            while (j < vector.size() && vector.column(j) < query.column(i)) {
                j++;
            }
            if (j < vector.size() && vector.column(j) == query.column(i)) {
                products.put(query.column(i), (double) query.value(i) * vector.value(j));
            }
        }
        return products;
    }

    private String number(FeatureKind kind) {
        return kind == FeatureKind.YEAR ? other.year().toString() : other.runtimeMinutes() + " min";
    }

    /** What a profile shares with the movie, and through which of its movies. */
    Explanation profile(List<WeightedMovie> movies, List<SparseVector> vectors) {
        Profile profile = Profile.of(movies, vectors, space.size());
        Explanation features = features(profile.direction());
        if (features.features().isEmpty()) {
            return features;
        }
        double whole = dot(profile.direction(), vector) * profile.length();
        Map<Long, Double> parts = new LinkedHashMap<>();
        for (int m = 0; m < movies.size(); m++) {
            double part = movies.get(m).weight() * dot(vectors.get(m), vector) / whole;
            if (part != 0) {
                parts.merge(movies.get(m).movieId(), part, Double::sum);
            }
        }
        List<ProfileShare> because = new ArrayList<>();
        parts.forEach((movieId, part) -> because.add(new ProfileShare(movieId, part.floatValue())));
        because.sort(Comparator.comparing(ProfileShare::share).reversed().thenComparing(ProfileShare::movieId));
        return new Explanation(features.score(), features.features(), because);
    }
}
