package dev.marquee.similarity.features;

import java.util.Objects;

/**
 * One column of the feature vectors. The kind and the key say which it is; the label is for people and does not count
 * when features are compared.
 *
 * @param kind what it describes
 * @param key lower-case genre, person id, tag, title word, or centre of a bin
 * @param label as shown: genre as written, person's name, tag, word
 */
public record Feature(FeatureKind kind, String key, String label) {

    public Feature {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Feature feature && kind == feature.kind && key.equals(feature.key);
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // the hash of a constant itself differs from run to run
    public int hashCode() {
        return 31 * key.hashCode() + kind.ordinal();
    }
}
