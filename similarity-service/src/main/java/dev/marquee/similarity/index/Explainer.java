package dev.marquee.similarity.index;

import dev.marquee.similarity.features.Feature;
import dev.marquee.similarity.features.FeatureKind;
import dev.marquee.similarity.features.FeatureSpace;
import dev.marquee.similarity.features.SparseVector;
import dev.marquee.similarity.index.Explanation.SharedFeature;
import dev.marquee.similarity.movie.Movie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a score into the parts that its features have in it.
 *
 * @param other the movie that is explained
 * @param vector its vector
 */
record Explainer(FeatureSpace space, Movie other, SparseVector vector) {
    private static final Comparator<SharedFeature> LARGEST_FIRST = Comparator.comparingDouble(SharedFeature::share)
            .reversed().thenComparing(SharedFeature::kind).thenComparing(SharedFeature::value);

    /** The product with a query, in double precision. */
    double product(SparseVector query) {
        double sum = 0;
        for (int i = 0; i < vector.size(); i++) {
            sum += (double) query.at(vector.column(i)) * vector.value(i);
        }
        return sum;
    }

    /**
     * What the query shares with the movie.
     *
     * @param most how many features are named at most, the largest shares first
     */
    Explanation features(SparseVector query, int most) {
        double score = product(query);
        if (!(score > 0)) {
            return new Explanation((float) score, List.of(), List.of());
        }
        List<SharedFeature> shared = new ArrayList<>();
        Map<FeatureKind, Double> numbers = new EnumMap<>(FeatureKind.class);
        for (int i = 0; i < vector.size(); i++) {
            double product = (double) query.at(vector.column(i)) * vector.value(i);
            if (product != 0) {
                Feature feature = space.feature(vector.column(i));
                switch (feature.kind()) {
                    // The bins of a number are no reason that means something to people; together they are one.
                    case YEAR, RUNTIME -> numbers.merge(feature.kind(), product, Double::sum);
                    default ->
                        shared.add(new SharedFeature(feature.kind(), feature.label(), (float) (product / score)));
                }
            }
        }
        numbers.forEach(
                (kind, product) -> shared.add(new SharedFeature(kind, number(kind), (float) (product / score))));
        shared.sort(LARGEST_FIRST);
        return new Explanation((float) score, shared.subList(0, Math.min(most, shared.size())), List.of());
    }

    private String number(FeatureKind kind) {
        return kind == FeatureKind.YEAR ? String.valueOf(other.year()) : other.runtimeMinutes() + " min";
    }
}
