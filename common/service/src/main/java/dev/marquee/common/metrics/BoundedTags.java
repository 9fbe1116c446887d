package dev.marquee.common.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Keeps the tags of our own metrics few: each value of a tag makes a time series more, in every replica and for as long
 * as the collector remembers. So a value is one short word of a small set; what is none, such as a message, the name of
 * a device or anything that a user writes, and every value beyond the first {@value #MOST_VALUES} of a tag, is told as
 * {@value #OTHER}. Thread-safe.
 */
@Singleton
public final class BoundedTags implements MeterFilter {
    /** What stands for all other values. */
    public static final String OTHER = "other";
    static final int MOST_VALUES = 30;
    private static final String OURS = "marquee.";
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,47}");

    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    /** Whether a value may be one of a tag. */
    public static boolean isWord(String value) {
        return WORD.matcher(value).matches();
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(OURS) || id.getTags().isEmpty()) {
            return id;
        }
        List<Tag> tags = id.getTags().stream().map(tag -> bounded(id.getName(), tag)).toList();
        return id.replaceTags(tags);
    }

    private Tag bounded(String meter, Tag tag) {
        if (!isWord(tag.getValue())) {
            return Tag.of(tag.getKey(), OTHER);
        }
        Set<String> values = known.computeIfAbsent(meter + " " + tag.getKey(), key -> ConcurrentHashMap.newKeySet());
        synchronized (values) {
            boolean few = values.size() < MOST_VALUES;
            return values.contains(tag.getValue()) || (few && values.add(tag.getValue()))
                    ? tag
                    : Tag.of(tag.getKey(), OTHER);
        }
    }
}
