package dev.marquee.similarity.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the features: feature to column {@code 0 … size-1} and back, with the rarity of each. Immutable, thread-safe.
 *
 * <p>
 * A space that was extended shares everything with the one it came from, whose columns keep their numbers and their
 * rarity; it costs only what is new.
 */
public final class FeatureSpace {
    private final @Nullable FeatureSpace base;
    private final int first;
    private final int movies;
    private final List<Feature> features;
    private final float[] rarity;
    private final Map<Feature, Integer> columns;
    private final long version;

    private FeatureSpace(@Nullable FeatureSpace base, int movies, List<Feature> features, float[] rarity) {
        this.base = base;
        this.first = base == null ? 0 : base.size();
        this.movies = movies;
        this.features = features;
        this.rarity = rarity;
        this.columns = HashMap.newHashMap(features.size());
        for (int i = 0; i < features.size(); i++) {
            columns.put(features.get(i), first + i);
        }
        this.version = base == null ? version(features, rarity) : base.version;
    }

    /**
     * @param features distinct; their order gives the columns
     * @param counts how many movies have each feature, 1 or more
     * @param movies how many movies there are
     */
    static FeatureSpace of(List<Feature> features, int[] counts, int movies) {
        float[] rarity = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            rarity[i] = rarity(counts[i], movies);
        }
        return new FeatureSpace(null, movies, List.copyOf(features), rarity);
    }

    /**
     * This space with columns for those features that it lacks, each as rare as the feature of a single movie.
     *
     * @return this space where it lacks none
     */
    FeatureSpace with(Collection<Feature> wanted) {
        List<Feature> added = wanted.stream().filter(feature -> columnOf(feature) < 0).distinct().toList();
        if (added.isEmpty()) {
            return this;
        }
        // Extensions do not nest: looking up stays two steps however many changes there were.
        List<Feature> all = new ArrayList<>(base == null ? List.of() : features);
        all.addAll(added);
        float[] rarities = new float[all.size()];
        Arrays.fill(rarities, rarity(1, movies));
        return new FeatureSpace(base == null ? this : base, movies, List.copyOf(all), rarities);
    }

    /**
     * Inverse document frequency, scaled: 1 for a feature of a single movie, near 0 for one that all movies share.
     */
    private static float rarity(int count, int movies) {
        return (float) (Math.log((movies + 1.0) / count) / Math.log(movies + 1.0));
    }

    /** The same wherever the same features are numbered alike; not by what was added since. */
    private static long version(List<Feature> features, float[] rarity) {
        Version version = new Version();
        for (int i = 0; i < rarity.length; i++) {
            Feature feature = features.get(i);
            version.add(feature.kind().name().hashCode());
            version.add(feature.key().hashCode());
            version.add(Float.floatToIntBits(rarity[i]));
        }
        return version.value();
    }

    /**
     * Names the numbers of the columns: another space has another version, an extended one that of the one it came
     * from, whose columns it keeps.
     */
    public long version() {
        return version;
    }

    public int size() {
        return first + features.size();
    }

    /**
     * @return the column, or -1 where the space lacks the feature
     */
    public int columnOf(Feature feature) {
        Integer column = columns.get(feature);
        if (column != null) {
            return column;
        }
        return base == null ? -1 : base.columnOf(feature);
    }

    /**
     * @throws IndexOutOfBoundsException where there is no such column
     */
    public Feature feature(int column) {
        return base != null && column < first ? base.feature(column) : features.get(column - first);
    }

    /** From nearly 0 for a feature that all movies share to 1 for that of a single movie. */
    float rarity(int column) {
        return base != null && column < first ? base.rarity(column) : rarity[column - first];
    }
}
